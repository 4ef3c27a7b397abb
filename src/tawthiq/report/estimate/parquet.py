"""Draws as Parquet bytes."""

from __future__ import annotations

import io

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tawthiq.report.estimate.estimate import Estimate
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json, canonical

PARQUET = "application/vnd.apache.parquet"


def draws_parquet(estimate: Estimate) -> bytes:
    """Columns `chain`, `draw`, `n` (children, the observed included), `weight` (sums to one); method, seed, hash as
    metadata. Takes estimates only: a refusal has no draws. BadInput for a method without draws.
    """
    if estimate.draws is None:
        raise BadInput(f"{estimate.method} makes no draws")
    values = estimate.draws.values
    n_chains, n_draws = values.shape
    weights = np.full(values.shape, 1 / values.size) if estimate.draws.weights is None else estimate.draws.weights
    columns = {
        "chain": np.repeat(np.arange(n_chains, dtype=np.int16), n_draws),
        "draw": np.tile(np.arange(n_draws, dtype=np.int32), n_chains),
        "n": values.ravel(),
        "weight": weights.ravel(),
    }
    about: dict[str, Json] = {
        "method": estimate.method,
        "n_observed": estimate.n_observed,
        "seed": estimate.seed,
        "table_hash": estimate.table_hash,
        "settings": dict(estimate.settings),
    }
    table = pa.table(columns).replace_schema_metadata({"tawthiq": canonical(about)})
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression="zstd")
    return buffer.getvalue()
