"""Who speaks in a sentence, told by verb, office, letter or colon; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.chain import Role
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import FRENCH_CLAIM, parties_of, read, said


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("El coronel ha admitido que diez niños murieron.", "coronel"),
        ("La alcaldesa ha dicho en la radio que diez niños murieron.", "alcaldesa"),
        ("La Liga del Lago había advertido de que diez niños fueron reclutados.", "Liga del Lago"),
    ],
)
def test_who_has_said_something_speaks(text: str, who: str) -> None:
    assert read(text, "es")[0].speaker == who


def test_who_attributes_a_deed_is_heard_as_any_other_witness() -> None:
    text = "La Liga del Lago atribuyó la muerte de diez niños al Frente Azul."
    assert read(text, "es")[0].factuality is Factuality.ATTRIBUTED


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Diez niños murieron en Amra. El párroco sube la cifra a 14.", "párroco"),
        ("Diez niños murieron en Amra. Las madres hablan de 14 niños muertos.", "madres"),
        ("Diez niños murieron en Amra, respondió el vocero rebelde, alias Tizón.", "vocero rebelde"),
    ],
)
def test_who_gives_another_figure_speaks(text: str, who: str) -> None:
    assert read(text, "es")[-1].speaker == who


def test_who_spoke_goes_on_behind_who() -> None:
    text = "Diez niños murieron, dijo la alcaldesa, quien denunció que seis niñas fueron secuestradas."
    assert {one.speaker for one in read(text, "es")} == {"alcaldesa"}


def test_who_told_the_writer_speaks_and_the_writers_own_team_does_not() -> None:
    assert read("Una médica me dice que hay nueve niños heridos.", "es")[0].speaker == "médica"
    assert read("Nuestro equipo contabilizó nueve niños heridos.", "es")[0].speaker == "document"


def test_a_commander_speaks_for_the_party_just_named() -> None:
    text = "El Frente Azul reclutó a nueve niños. Su comandante aseguró que todos los voluntarios son mayores de edad."
    one = read(text, "es")[-1]
    assert (one.kind, [ref.code for ref in one.violations]) == (StatementKind.CONTEXT_CLAIM, ["recruitment_use"])
    assert [(party.name, party.basis.value) for party in one.parties] == [("Frente Azul", "implied")]


def test_who_puts_out_a_recording_speaks_on_and_did_nothing_by_that() -> None:
    text = "Nueve niños fueron secuestrados en Amra. El Frente Azul ha difundido un audio. Dicen que se fueron solos."
    told = read(text, "es")
    assert not any(one.violations and "audio" in one.quote for one in told)
    assert told[-1].speaker == "Frente Azul"


def test_who_told_an_agency_speaks() -> None:
    text = (
        '"Estaban jugando cuando murieron los tres niños", relató a esta agencia Marta, madre de una de las víctimas.'
    )
    assert [one.speaker for one in read(text, "es")] == ["Marta"]


def test_authorities_tell_of_others_and_point_at_them() -> None:
    text = "Nueve niños murieron en Amra. Las autoridades apuntan al Frente Sur como presunto autor del ataque."
    one = read(text, "es")[-1]
    assert ([party.name for party in one.parties], one.kind) == (["Frente Sur"], StatementKind.VIOLATION_CLAIM)


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("قتل ثلاثة أطفال في كش، وفقا لما أعلنته لجنة الصيادين.", "قتل", "لجنة الصيادين"),
        ("ووفقا لإفادات أدلى بها معلمون، قتل ثلاثة أطفال في كش.", "قتل", "معلمون"),
        ("فقد وثقت جمعية الشاطئ، ومقرها أورن، تجنيد 40 طفلا في كش.", "تجنيد", "جمعية الشاطئ"),
        ("أحد الناجين حكى لنا أن ثلاثة أطفال قتلوا في كش.", "قتلوا", "أحد الناجين"),
        (
            'الناطق باسم حركة الجبل كتب على صفحته: "لم نقتل أحدا من أطفال كش ولا من غيرهم".',
            "لم نقتل",
            "الناطق باسم حركة الجبل",
        ),
        ("ويعتقد أنهن أجبرن على الزواج من مقاتلي حركة الجبل في كش.", "أجبرن", "unnamed"),
        ("تفيد معلومات حصلت عليها الرابطة بأن حركة الجبل خطفت تسع فتيات من كش.", "خطفت", "unnamed"),
        ('"كنا عشرين طفلا محتجزين في قبو واحد"، يتذكر التلميذ.', "محتجزين", "التلميذ"),
    ],
)
def test_who_speaks_is_found_past_verbs_and_insertions(text: str, quote: str, speaker: str) -> None:
    assert said(text, "ar", quote).speaker == speaker


def test_news_that_nobody_vouches_for_is_only_reported() -> None:
    one = said("تفيد معلومات حصلت عليها الرابطة بأن حركة الجبل خطفت تسع فتيات من كش.", "ar", "خطفت")
    assert one.factuality is Factuality.REPORTED


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("وأفاد تقرير صادر عن مرصد الهضبة بأن الجيش احتجز 27 طفلا في كش.", "احتجز", "مرصد الهضبة"),
        ("وتشير التقديرات إلى أن 200 طفل ما زالوا محتجزين في كش.", "محتجزين", "unnamed"),
        ("وتلقت بعثة الشاطئ تقارير غير مؤكدة تفيد باغتصاب أربع فتيات في كش.", "باغتصاب", "unnamed"),
        ('وقال أحد عمال الميناء: "رأينا جثث الأطفال على الرصيف".', "جثث", "أحد عمال الميناء"),
        ("وقدرت رابطة الشاطئ عدد الأطفال المجندين بنحو 400 طفل.", "400", "رابطة الشاطئ"),
        ("وقال يوسف، 15 عاما، إنه أجبر على حمل السلاح بعد أن خطف من منزله.", "أجبر", "يوسف"),
        ("وطالبت رابطة الشاطئ بالإفراج عن 33 طفلا محتجزا في كش.", "33", "رابطة الشاطئ"),
        ("خطف مسلحون ثلاثة أطفال من كش، كما يقول.", "خطف", "unnamed"),
    ],
)
def test_who_speaks_in_reports_estimates_demands(text: str, quote: str, speaker: str) -> None:
    assert said(text, "ar", quote).speaker == speaker


def test_who_is_named_between_commas_denies() -> None:
    text = "قصف الجيش كش وقتل طفلا. المتحدث باسم الجيش، العقيد سامر الراوي، نفى ذلك نفيا قاطعا."
    assert said(text, "ar", "نفى").speaker == "العقيد سامر الراوي"


def test_who_denies_and_accuses_by_any_verbal_noun_speaks_in_both() -> None:
    text = "الناطق باسم جبهة السد، آدم الراوي، نفى ذلك، واتهم القوات الحكومية باتخاذ المدرسة مخزنا للذخيرة."
    one = said(text, "ar", "واتهم")
    assert [party.name for party in one.parties] == ["القوات الحكومية"]


@pytest.mark.parametrize(
    ("text", "who", "level"),
    [
        ("Le maire de Kesh a donné un bilan de dix enfants tués.", "maire de Kesh", Factuality.ATTRIBUTED),
        ("Dix enfants, croit savoir un voisin, ont été enrôlés.", "voisin", Factuality.BELIEVED),
        ("Un infirmier nous donne dix enfants blessés.", "infirmier", Factuality.ATTRIBUTED),
        ("Dix enfants ont été tués, précise l'ONG basée à Amra.", "ONG", Factuality.ATTRIBUTED),
    ],
)
def test_who_gives_a_count_or_believes_to_know_is_the_source(text: str, who: str, level: Factuality) -> None:
    one = read(text, "fr")[0]
    assert (one.speaker, one.factuality) == (who, level)


def test_who_says_it_blocked_nobody_denies_for_itself() -> None:
    one = read("Dix convois ont été bloqués. L'armée affirme n'avoir bloqué aucun convoi.", "fr")[-1]
    assert (one.kind, parties_of(one)) == (StatementKind.CONTEXT_CLAIM, [("armée", "stated")])


def test_local_authorities_are_a_source_like_others() -> None:
    one = read("Selon les autorités sanitaires, dix enfants ont été tués à Kesh.", "fr")[0]
    assert one.factuality is Factuality.ATTRIBUTED


def test_who_sweeps_figures_aside_denies_them() -> None:
    one = read(f"{FRENCH_CLAIM} Le ministère de la Défense balaie ces chiffres.", "fr")[-1]
    assert (one.kind, one.speaker) == (StatementKind.CONTEXT_CLAIM, "ministère de la Défense")


def test_monitors_who_disagree_before_a_colon_are_the_monitors() -> None:
    text = "UN monitors disagree: they verified 58 cases of recruitment of children by the Front."
    assert read(text)[0].speaker == "UN monitors"


def test_a_denial_before_another_saying_is_told_too() -> None:
    text = "Rebels killed ten boys. The army denied involvement and said its forces had not used artillery."
    assert any("denied involvement" in one.quote for one in read(text))


def test_two_fathers_who_stated_it_at_the_end_are_heard() -> None:
    (told,) = read("Ten boys were beaten by soldiers, two fathers stated.")
    assert (told.speaker, len(told.quantities)) == ("two fathers", 1)


def test_outside_of_marks_we_are_the_document() -> None:
    told = said("A nurse said ten boys were recruited. We have recorded 52 such cases.", "en", "recorded")
    assert (told.speaker, told.factuality.value) == ("document", "asserted")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A commander of the Lake Front rang the station and boasted that it had abducted ten girls.", "Lake Front"),
        ("Those who came back described how rebels abducted ten girls.", "Those who came back"),
        (
            "The Lake Centre counted nine cases of abduction. Danko, who is now 17, was 14 when rebels abducted him. "
            "Six other boys were abducted too, he said.",
            "Danko",
        ),
        (
            "The headmistress said two boys were abducted. Dr Ivo Marsh sits beside her. "
            "Six other boys were abducted too, he said.",
            "Dr Ivo Marsh",
        ),
    ],
)
def test_who_rang_boasted_and_whom_he_means_is_heard(text: str, who: str) -> None:
    assert who in read(text)[-1].speaker


def test_a_commander_who_gives_a_name_speaks_for_his_side() -> None:
    text = "A Lake Front commander, who gave his name as Barto, smiled and said that there were no boys in his ranks."
    (told,) = read(text)
    assert (told.speaker, told.factuality.value) == ("Barto", "claimed_by_party")


def test_a_source_named_behind_is_that_of_the_sentence_before() -> None:
    (told,) = read("Lake Front men took nine boys from a field in Kesh. Source: two of the fathers.")
    assert (told.speaker, told.factuality.value) == ("two of the fathers", "attributed")


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "Police said that gunmen had abducted nine girls in Kesh.", Role.PERSON),
        ("en", "A police spokesman said that gunmen had abducted nine girls in Kesh.", Role.PERSON),
        ("fr", "La police a déclaré que des hommes armés avaient enlevé neuf filles.", Role.PERSON),
        ("es", "La policía dijo que hombres armados secuestraron a nueve niñas.", Role.PERSON),
        ("ar", "أعلنت شرطة كش أن مسلحين خطفوا تسع فتيات.", Role.ORGANISATION),
        ("en", "The army said that gunmen had abducted nine girls in Kesh.", Role.PARTY),
        ("fr", "L'armée a déclaré que des hommes armés avaient enlevé neuf filles.", Role.PARTY),
        ("es", "El ejército dijo que hombres armados secuestraron a nueve niñas.", Role.PARTY),
        ("ar", "أعلن الجيش أن مسلحين خطفوا تسع فتيات.", Role.PARTY),
    ],
)
def test_police_who_tell_of_others_deeds_are_no_party_as_an_army_is(language: str, text: str, role: Role) -> None:
    one = said(text, language, text[:9])
    assert (one.chain[-1].role, one.factuality is Factuality.CLAIMED_BY_PARTY) == (role, role is Role.PARTY)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("أقسم المعلم أن الجنود خطفوا عشرة أطفال.", "المعلم"),
        ("استغرب الطبيب في مستشفى كش أن عشرة أطفال قتلوا ولم يسأل أحد.", "الطبيب"),
    ],
)
def test_arabic_hears_who_tells_by_a_verb_of_no_list_that_opens_the_sentence(text: str, who: str) -> None:
    assert read(text, "ar")[0].speaker == who


@pytest.mark.parametrize("told", ["وقالت مساء أمس إن", "وقالت في بيان إن"])
def test_arabic_who_goes_on_with_when_or_where_it_was_said_is_whoever_spoke_before(told: str) -> None:
    first, then = read(f"أعلنت الحركة أن الحرب انتهت. {told} عشرة أطفال قتلوا.", "ar")
    assert (then.speaker, then.factuality) == (first.speaker, Factuality.CLAIMED_BY_PARTY)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The report is based on interviews with 17 children."),
        ("fr", "Le détail de ces attaques contre des écoles est le suivant."),
    ],
)
def test_a_sentence_that_ends_with_what_it_rests_on_is_told_by_the_text_itself(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert (len(one.chain), one.factuality) == (1, Factuality.ASSERTED)


def test_a_post_is_its_author_s_unless_it_passes_on_anothers() -> None:
    thread = (
        "@ani_invented · 3 March\n\nWhat happened in Kesh this morning.\n\n"
        "RT @mothers_invented Soldiers took nine boys from the school.\n\n"
        "Thanks to @kesh_invented for the news: soldiers took ten boys."
    )
    passed_on, own = (said(thread, "en", quote) for quote in ("nine boys", "ten boys"))
    assert (passed_on.speaker, len(own.chain)) == ("@mothers_invented", 1)


@pytest.mark.parametrize(
    ("language", "post"),
    [
        ("en", "A nurse tells us that the clinic was hit. Four children were killed on the road."),
        ("fr", "Une infirmière nous dit que le dispensaire a été touché. Quatre enfants ont été tués sur la route."),
        ("es", "Una enfermera nos dice que el puesto fue atacado. Cuatro niños murieron en la carretera."),
        ("ar", "قالت ممرضة إن المستوصف قصف. قتل أربعة أطفال على الطريق."),
    ],
)
def test_what_a_post_says_behind_the_sentence_of_a_witness_is_its_author_s_again(language: str, post: str) -> None:
    *_, last = read(f"@ani_invented · 3 March\n\n1/ {post}", language)
    assert (len(last.chain), last.factuality) == (1, Factuality.ASSERTED)
