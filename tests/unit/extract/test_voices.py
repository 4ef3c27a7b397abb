"""Who speaks: over sentences, in lists and posts, behind manner and office; every text here is invented."""

import pytest

from tawthiq.record.extract.evaluation.held_responsible import Confidence, confidence_of
from tawthiq.record.extract.evaluation.said_spans import Triple, triples_of
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.page.quotations import quotations_of
from unit.extract.told import page_of, read, said


def speaker(text: str, language: str, quote: str) -> str:
    return said(text, language, quote).speaker


@pytest.mark.parametrize(
    ("text", "language", "quote", "who"),
    [
        ("“They burned ten houses. They took two boys away,” said a nurse.", "en", "burned", "nurse"),
        ("« Ils ont brûlé dix maisons. Ils ont pris deux fils », a raconté un curé.", "fr", "brûlé", "curé"),
        ("«Quemaron diez casas. Se llevaron a dos niños», contó una enfermera.", "es", "Quemaron", "enfermera"),
        ('"قتلوا عشرة أطفال. خطفوا ولدين"، تقول ممرضة.', "ar", "قتلوا", "ممرضة"),
    ],
)  # fmt: skip
def test_a_speaker_named_at_the_end_speaks_the_whole_quotation(text: str, language: str, quote: str, who: str) -> None:
    assert speaker(text, language, quote) == who


def test_a_lead_speaks_for_its_list() -> None:
    text = "The Lake Monitors have documented that:\n\n- 12 children were killed in Doru;\n\n- 4 schools were burned.\n"
    assert speaker(text, "en", "12 children") == "Lake Monitors"
    assert speaker(text, "en", "4 schools") == "Lake Monitors"


def test_the_name_beside_an_office_is_who_speaks() -> None:
    text = "Two boys were killed on Monday, the administrator, Osman Tell, said."
    assert speaker(text, "en", "Two boys") == "Osman Tell"


def test_a_report_put_out_by_somebody_else_is_not_who_was_told() -> None:
    text = "Dix enfants ont été tués lundi, a précisé sous le couvert de l'anonymat un médecin."
    assert speaker(text, "fr", "Dix enfants") == "médecin"


def test_a_participle_without_have_says_nothing() -> None:
    text = "Le refus de laisser passer l'aide, observé à 44 reprises, a tué dix enfants."
    assert speaker(text, "fr", "44") == "document"


def test_who_denies_one_thing_and_accuses_of_another_speaks_for_himself() -> None:
    text = "The Kesh Front denied any attack and blamed the killing of two children on the army."
    levels = {one.factuality for one in read(text, "en")}
    assert levels == {Factuality.CLAIMED_BY_PARTY}


def test_what_is_told_by_the_way_covers_nothing() -> None:
    text = "On Monday a strike, for which the army acknowledged responsibility, killed two children in Doru."
    assert speaker(text, "en", "killed two children") == "document"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ten children were killed; none of this is confirmed.", "en"),
        ("Nous n'avons pas pu vérifier que dix enfants ont été tués.", "fr"),
        ("Diez niños fueron secuestrados, datos sin contrastar.", "es"),
        ("أفيد بمقتل عشرة أطفال، إلا أن التقارير لا تزال قيد التحقق.", "ar"),
    ],
)
def test_what_nobody_could_check_is_never_told_as_sure(text: str, language: str) -> None:
    weak = (Factuality.UNCORROBORATED, Factuality.UNKNOWN)
    assert any(one.factuality in weak for one in read(text, language))


def test_marks_of_two_shapes_close_one_another_and_apostrophes_do_not() -> None:
    text = '“We saw it," he said. "They left,” she said. It was the army’s work.'
    blocks = document_of_text("itm_voices", text, None, "en").blocks
    assert [item.inner.of(text) for item in quotations_of(text, blocks)] == ["We saw it,", "They left,"]


def spans(text: str) -> list[tuple[str, str]]:
    found = triples_of(page_of(text))
    return [(part_of(one, text), one.source.of(text) if one.source else "") for one in found]


def part_of(one: Triple, text: str) -> str:
    return one.cue.of(text)


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Asked whether he would leave, the mayor shook his head.", "Asked", ""),
        ("The mayor has been criticized by many farmers.", "has been criticized", "many farmers"),
        (
            "The centre released a statement saying that ten boys were gone.",
            "released a statement saying",
            "The centre",
        ),
        ("“Ten boys are gone,” said one teacher from Doru.", "said", "one teacher from Doru"),
        ("“Who took them?” Ms. Sel asked. The street was empty.", "asked", "Ms. Sel"),
        ("Ana Sel, 67, a farmer in Doru, said ten boys were gone.", "said", "Ana Sel, 67, a farmer in Doru"),
    ],
)
def test_cues_are_read_in_their_frames(text: str, cue: str, source: str) -> None:
    assert (cue, source) in spans(text)


def test_a_voice_ends_where_the_next_begins() -> None:
    text = "The mayor said ten boys were gone, while the army said five were home."
    page = page_of(text)
    contents = [one.content.of(text) for one in triples_of(page) if one.content]
    assert contents == ["ten boys were gone", "five were home"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Red Dawn Front killed two farmers in Doru.", Confidence.FACT),
        ("The Red Dawn Front has claimed responsibility for the attack in Doru.", Confidence.CLAIMED),
        ("Police blamed the Red Dawn Front for the killing of two farmers.", Confidence.BY_AUTHORITIES),
        ("Neighbours blamed the Red Dawn Front for the killing of two farmers.", Confidence.ACCUSED),
        ("Two farmers died in Doru, presumably killed by the Red Dawn Front.", Confidence.ACCUSED),
        ("No group has claimed the killing; neighbours accused the Red Dawn Front.", Confidence.ACCUSED),
    ],
)  # fmt: skip
def test_confidence_follows_the_shape_of_the_sentence(text: str, wanted: Confidence) -> None:
    page = page_of(text)
    assert confidence_of(page, ["RED DAWN FRONT"]) is wanted


def test_words_between_marks_are_never_the_documents_own() -> None:
    text = "In the street a paper hung: “The soldiers killed ten children on Monday.”"
    said = next(one for one in read(text, "en") if "ten children" in one.quote)
    assert said.speaker != "document"
    assert said.factuality is Factuality.ATTRIBUTED


def test_a_propaganda_film_denies_nothing() -> None:
    text = "In March the Red Dawn Front released a propaganda video showing boys of 14 executing prisoners."
    (said,) = (one for one in read(text, "en") if "video" in one.quote)
    assert "denial" not in [doubt.code for doubt in said.warnings]


@pytest.mark.parametrize(
    ("text", "quote", "who"),
    [
        ("Depuis mai, les rebelles procèdent à l'enrôlement d'enfants, dénonce la Rive.", "rebelles", "Rive"),
        ("« Un tiers des combattants sont des enfants » au Kesh, alerte la Rive.", "tiers", "Rive"),
        ("Dix élèves sont pris, a dit un maire. « Onze restent captifs », a-t-il ajouté.", "Onze", "maire"),
        ("Au cours de la période à l'étude, le Bureau a mis en évidence la détention de 14 enfants.", "14", "Bureau"),
        (
            "Une clinique d'Omer soutenue par la Rive « a reçu les corps de neuf enfants », dit un maire.",
            "neuf",
            "maire",
        ),
    ],
)
def test_a_french_speaker_stands_behind_the_verb_or_far_above(text: str, quote: str, who: str) -> None:
    assert speaker("Rapport\n\n" + text, "fr", quote) == who


def test_word_according_to_which_something_is_told_names_nobody() -> None:
    text = "Le Bureau a eu vent de récits selon lesquels des groupes armés enrôleraient des enfants."
    told = said("Rapport\n\n" + text, "fr", "enrôleraient")
    assert "lesquels" not in told.speaker
    assert told.factuality.rank >= Factuality.REPORTED.rank


def test_an_adverb_between_commas_speaks_for_nobody() -> None:
    text = "Selon le Bureau, cent enfants, principalement des garçons, ont été enrôlés."
    assert speaker("Rapport\n\n" + text, "fr", "cent") == "Bureau"


def test_the_word_of_a_mission_of_the_united_nations_is_no_claim_of_a_party() -> None:
    text = "Onze garçons ont été enlevés par les rebelles, a indiqué la MONUSCO."
    assert said("Rapport\n\n" + text, "fr", "Onze").factuality is Factuality.ATTRIBUTED


@pytest.mark.parametrize(
    ("most", "text"),
    [
        ("attributed", "À s'en tenir au décompte de la mairie, onze enfants ont été tués."),
        ("attributed", "Onze enfants ont été tués, peut-on lire dans le rapport de la Ligue."),
        ("attributed", "Comme le souligne la Ligue, onze enfants ont été tués."),
        ("attributed", "D'après ce que nous a dit un voisin, les soldats ont pris onze enfants."),
        ("attributed", "Onze enfants tués : c'est le bilan donné par la préfecture."),
        ("attributed", "La Ligue se dit préoccupée par l'enrôlement de onze enfants."),
        ("reported", "Le bruit court que onze enfants ont été enlevés."),
        ("reported", "De sources concordantes, onze enfants ont été tués."),
        ("reported", "Selon les uns, onze enfants ont été tués."),
        ("reported", "Onze enlèvements d'enfants ont été portés à notre connaissance."),
        ("believed", "Tout porte à croire que onze enfants ont été enlevés."),
        ("believed", "Il est probable que la milice ait enlevé onze enfants."),
        ("believed", "La Ligue évalue à onze le nombre d'enfants tués."),
        ("alleged", "L'attaque, imputée à la milice, a tué onze enfants."),
        ("claimed_by_party", "La milice se défend d'avoir enlevé onze enfants."),
        ("uncorroborated", "Onze enfants ont été tués, une information que nous n'avons pas pu recouper."),
        ("uncorroborated", "Onze enfants auraient été tués ; rien ne permet de le confirmer."),
    ],
)
def test_no_french_word_is_held_for_surer_than_it_is(most: str, text: str) -> None:
    told = [one for one in read("Rapport sur la guerre\n\n" + text, "fr") if one.violations]
    assert told
    assert min(one.factuality.rank for one in told) >= Factuality(most).rank


def test_a_pronoun_tied_to_its_verb_speaks_and_on_speaks_for_nobody() -> None:
    text = "Une voisine a tout vu. Les rebelles ont pris sa fille, dit-elle."
    assert speaker("Rapport\n\nUne voisine raconte la nuit. " + text, "fr", "rebelles") == "voisine"
    assert speaker("Rapport\n\nUn maire l'a dit. On dénombre onze enfants enlevés.", "fr", "onze") == "unnamed"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Onze enfants ont été tués depuis le 24 février, a annoncé jeudi Olena Marsh, chargée de la Ligue.",
            "Olena Marsh",
        ),
        ("Onze enfants ont été tués quand un mur est tombé, a par ailleurs déploré Mme Marsh.", "Mme Marsh"),
        ("Des enfants ont été arrêtés pour leurs liens avec le Front (FO), a dénoncé, hier, la Ligue.", "Ligue"),
        (
            "Le maire Aro Belin a parlé. À Omer, a-t-il poursuivi, une fille de dix ans a été blessée.",
            "maire Aro Belin",
        ),
        ("Le relevé fait aussi état de 31 écoles détruites.", "relevé"),
        ("Nous avons par ailleurs documenté le pillage de deux dispensaires.", "Nous"),
    ],
)
def test_days_commas_and_besides_stand_between_a_french_verb_and_who_speaks(text: str, who: str) -> None:
    told = [one for one in read("Rapport sur la guerre\n\n" + text, "fr") if one.violations]
    assert {one.speaker for one in told} <= {who, "document"} and told
    assert who == "Nous" or told[-1].speaker == who
