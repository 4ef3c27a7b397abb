"""Words of every day tell no violation until the word that decides stands beside them; every text is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read

DECIDING_WORD_MISSING = [
    ("en", "The army claimed that children were safe in the camp."),
    ("en", "A spirited girl won the race."),
    ("en", "The mayor succumbed to pressure and the pupils got their bus."),
    ("en", "Children in uniform sang the anthem."),
    ("fr", "Les enfants ont été emmenés au parc."),
    ("fr", "Les élèves ont embarqué sur le bateau du musée."),
    ("fr", "Les enfants ont traîné devant la mairie."),
    ("fr", "Les enfants ont pris les sacs."),
    ("es", "Los niños ayudaron a cargar las cajas."),
    ("es", "Los niños vieron descargas de agua."),
    ("es", "Los derechos de los niños se violaban a diario."),
    ("ar", "يحمل الأطفال حقائبهم إلى المدرسة."),
    ("ar", "لقي الأطفال معلمهم."),
    ("ar", "أردت أن يرى الأطفال البحر."),
    ("ar", "يستهدف البرنامج تعليم الأطفال."),
    ("ar", "فارق الأطفال معلمهم بعد الحفل."),
]
DECIDING_WORD_THERE = [
    ("en", "The shell claimed the lives of two girls.", "killing"),
    ("en", "Boys in uniform stood at a checkpoint.", "recruitment_use"),
    ("fr", "Deux filles ont été emmenées de force.", "abduction"),
    ("fr", "Deux filles ont été emmenées vers la forêt.", "abduction"),
    ("es", "Obligaron a los niños a cargar las armas.", "recruitment_use"),
    ("es", "El niño recibió descargas eléctricas.", "maiming"),
    ("ar", "الأطفال يحملون السلاح.", "recruitment_use"),
    ("ar", "لقي ثلاثة أطفال حتفهم.", "killing"),
    ("ar", "فارق الطفل الحياة.", "killing"),
]


EVERYDAY = [
    ("en", "The boys tried for a goal."),
    ("en", "The children have not been seen by a doctor."),
    ("en", "One child of every family goes to school."),
    ("en", "Boys joined the movement for clean water."),
    ("en", "Ten pupils ran away with joy."),
    ("en", "Children made off with the cake."),
    ("en", "The boys felled two trees."),
    ("en", "The pupils beat the record."),
    ("en", "The boys fight for a place in the team."),
    ("en", "The team captured the hearts of children."),
    ("en", "The rights of children were violated."),
    ("en", "The children's choir executed a difficult piece."),
    ("en", "The programme targeted girls who had left school."),
    ("fr", "Les filles ont battu le record."),
    ("fr", "Les garçons ont été battus en finale."),
    ("fr", "Les filles de Doru ont battu l'équipe voisine."),
    ("fr", "Les enfants ont capturé des papillons."),
    ("fr", "Les droits des enfants ont été violés par le règlement."),
    ("fr", "Les enfants sont restés sans jugement sur le film."),
    ("fr", "Les enfants ont rejoint le groupe de théâtre."),
    ("fr", "Les élèves en uniforme ont chanté."),
    ("fr", "Le corps de ballet des filles a dansé."),
    ("fr", "Les enfants ont tué le temps avec un jeu."),
    ("es", "Las niñas cantaron sin orden."),
    ("es", "Los niños jugaron sin proceso alguno."),
    ("es", "Las niñas acompañan a una maestra embarazada."),
    ("es", "El portero uniformado saludó a los niños."),
    ("es", "Un cantante ciego tocó para los niños."),
    ("es", "El derecho de los niños fue violado."),
    ("es", "Los niños llevaron flores a los abuelos."),
    ("es", "Los cachorros jugaron con los niños."),
    ("es", "Los niños con uniforme cantaron."),
    ("es", "El cuerpo de baile de las niñas actuó."),
    ("es", "Los niños se unieron al grupo de teatro."),
    ("ar", "يحتاج الأطفال إلى العناية."),
    ("ar", "أقام الأطفال في المعسكر الصيفي."),
    ("ar", "تحسنت حياة الأطفال."),
    ("ar", "ضرب الطفل مثلا في الصبر."),
    ("ar", "قتل الأطفال الوقت باللعب."),
    ("ar", "قضى الأطفال يوما جميلا."),
    ("ar", "فقد الأطفال الكرة."),
    ("ar", "أصيب الأطفال بالدهشة."),
    ("ar", "التحق الأطفال بصفوف المدرسة."),
    ("ar", "وصل الأطفال إلى المعسكر الصيفي."),
]
STATES_AND_POSTS = [
    ("en", "A school for disabled children opened in Doru."),
    ("en", "In Doru 1,200 girls enrolled in school in 2020."),
    ("en", "School enrolment of girls rose by ten per cent."),
    ("en", "The ministry is recruiting nurses for the children's ward."),
    ("en", "The boys enlisted the help of their teacher."),
    ("en", "The children sat in dead silence."),
    ("fr", "Une école pour enfants handicapés a ouvert à Doru."),
    ("fr", "Un arrêté du maire protège les enfants."),
    ("fr", "Les enfants ont arrêté le jeu."),
    ("fr", "La mairie recrute quarante enseignants pour les enfants."),
    ("fr", "Les enfants ont abattu un arbre."),
    ("fr", "Les filles combattent la pollution."),
    ("es", "Los niños se alistan para el partido."),
    ("es", "El equipo recluta a jóvenes talentos."),
    ("es", "El paradero de buses está junto a la casa de los niños."),
    ("es", "El balón se detuvo y los niños rieron."),
    ("ar", "فتحت الطفلة عينها وابتسمت."),
    ("ar", "جراح الأطفال أجرى العملية."),
    ("ar", "الطفل مصاب بالسكري."),
    ("ar", "يدرس الأطفال ذوو الإعاقة في دورو."),
    ("ar", "زار الأطفال مستشفى الشهيد."),
    ("ar", "خطفت الطفلة الأنظار."),
    ("ar", "استقطب البرنامج أطفالا من القرى."),
    ("ar", "تلقى برنامج يستهدف الأطفال دعما."),
]
OF_WAR = [
    ("en", "The boys were tried as adults.", "deprivation_liberty"),
    ("en", "Two girls have not been seen since.", "abduction"),
    ("en", "The militia demanded one boy from each family.", "recruitment_use"),
    ("en", "He joined the movement at the age of 14.", "recruitment_use"),
    ("en", "Gunmen drove off with ten pupils.", "abduction"),
    ("en", "Soldiers beat two boys with cables.", "maiming"),
    ("en", "Soldiers violated four girls.", "sexual_violence"),
    ("en", "A shell left two boys disabled.", "maiming"),
    ("en", "The militia enrolled 40 boys in its ranks.", "recruitment_use"),
    ("fr", "Les soldats ont battu deux garçons.", "maiming"),
    ("fr", "La milice recrute des enfants.", "recruitment_use"),
    ("fr", "Deux garçons ont été arrêtés.", "deprivation_liberty"),
    ("es", "Dos niños se alistaron en la milicia.", "recruitment_use"),
    ("fr", "Deux garçons ont été capturés.", "abduction"),
    ("fr", "Des garçons sont gardés depuis des mois sans procès.", "deprivation_liberty"),
    ("es", "Dos niños siguen detenidos sin orden.", "deprivation_liberty"),
    ("es", "La explosión dejó ciego a un niño.", "maiming"),
    ("es", "La niña quedó embarazada de un combatiente.", "sexual_violence"),
    ("es", "Niños uniformados y armados custodian el puente.", "recruitment_use"),
    ("ar", "طفلان في العناية المركزة.", "maiming"),
    ("ar", "نقل الأطفال إلى معسكرات تدريب.", "recruitment_use"),
    ("ar", "أودت القذيفة بحياة طفلين.", "killing"),
    ("ar", "أنهت القذيفة حياة طفلين.", "killing"),
    ("ar", "ضرب الجنود طفلين.", "maiming"),
    ("ar", "أصيب طفل بجراح خطيرة.", "maiming"),
    ("ar", "فقدت الطفلة عينها في القصف.", "maiming"),
    ("ar", "استقطب التنظيم أطفالا من القرى.", "recruitment_use"),
]


TOLD_OTHERWISE = [
    ("en", "The boys have not been seen in Doru for a month.", "abduction"),
    ("en", "The shell claimed three children.", "killing"),
    ("en", "The army targeted children.", "unspecified"),
    ("en", "Boys were made to take aim at prisoners.", "recruitment_use"),
    ("fr", "Des filles ont été emmenées dans la nuit.", "abduction"),
    ("es", "Varias niñas volvieron embarazadas del campamento.", "sexual_violence"),
    ("es", "Niños con uniforme militar patrullan.", "recruitment_use"),
    ("ar", "أودى القصف بطفلين.", "killing"),
    ("ar", "استهدف قناص طفلا.", "unspecified"),
    ("ar", "جلد المسلحون فتى.", "maiming"),
]


def told(language: str, text: str) -> set[str]:
    return {ref.code for one in read(text, language) for ref in one.violations}


@pytest.mark.parametrize(("language", "text"), DECIDING_WORD_MISSING)
def test_without_the_word_that_decides_nothing_was_done_to_a_child(language: str, text: str) -> None:
    assert told(language, text) == set()


@pytest.mark.parametrize(("language", "text", "code"), DECIDING_WORD_THERE)
def test_with_the_word_that_decides_the_violation_is_told(language: str, text: str, code: str) -> None:
    assert code in told(language, text)


@pytest.mark.parametrize(("language", "text"), EVERYDAY)
def test_words_of_every_day_tell_no_violation(language: str, text: str) -> None:
    assert told(language, text) == set()


@pytest.mark.parametrize(("language", "text", "code"), OF_WAR)
def test_the_same_words_beside_whom_they_hurt_tell_one(language: str, text: str, code: str) -> None:
    assert code in told(language, text)


@pytest.mark.parametrize(("language", "text"), STATES_AND_POSTS)
def test_what_somebody_is_and_who_is_wanted_for_a_post_is_no_deed(language: str, text: str) -> None:
    assert told(language, text) == set()


@pytest.mark.parametrize(("language", "text", "code"), TOLD_OTHERWISE)
def test_a_companion_of_another_kind_decides_as_well(language: str, text: str, code: str) -> None:
    assert code in told(language, text)


NO_IDIOM = [
    ("en", "A boy was injured in the knee by shrapnel from a rocket.", "maiming"),
    ("en", "Three boys were injured, the League said.", "maiming"),
    ("en", "Two boys were injured in a militia training camp.", "maiming"),
    ("en", "Soldiers beat boys, a team of medics said.", "maiming"),
    ("en", "A strike on the market left a boy paralysed.", "maiming"),
    ("en", "The rights group said soldiers violated four girls.", "sexual_violence"),
    ("fr", "Deux garçons ont été arrêtés de nuit par l'armée.", "deprivation_liberty"),
    ("fr", "Trois garçons ont été retenus au poste de police.", "deprivation_liberty"),
    ("fr", "Un garçon a été blessé au genou par une balle.", "maiming"),
    ("fr", "Deux enfants ont été blessés dans un camp d'entraînement de la milice.", "maiming"),
    ("fr", "Deux garçons ont été battus, selon une équipe de médecins.", "maiming"),
    ("fr", "Le centre des droits humains affirme que des soldats ont violé quatre filles.", "sexual_violence"),
    ("fr", "Une fillette a été violée à son domicile par des soldats.", "sexual_violence"),
    ("fr", "Trois garçons ont été exécutés par le Mouvement rouge.", "killing"),
    ("fr", "Deux garçons ont été abattus contre un mur par des soldats.", "killing"),
    ("fr", "Douze élèves ont été capturés au moment où ils rentraient de l'école.", "abduction"),
    ("es", "Tres niños fueron ejecutados por el Movimiento Rojo.", "killing"),
    ("es", "Una niña fue violada en su domicilio por soldados.", "sexual_violence"),
    ("es", "En la frontera, los soldados violaron a dos niñas.", "sexual_violence"),
    ("es", "La organización de derechos humanos denunció que soldados violaron a dos niñas.", "sexual_violence"),
    ("ar", "قضى طفل يوم الثلاثاء جراء القصف.", "killing"),
    ("ar", "قضى ثلاثة أطفال ليلة أمس تحت القصف.", "killing"),
]


@pytest.mark.parametrize(("language", "text", "code"), NO_IDIOM)
def test_a_deed_is_told_where_words_of_an_idiom_stand_by_chance_behind_it(language: str, text: str, code: str) -> None:
    assert code in told(language, text)


def test_a_girl_from_a_village_near_the_front_is_not_recruited() -> None:
    assert told("en", "A girl from a village near the front was killed by shelling.") == {"killing"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Soldados mataron a 1.200 niños en 2023.", {"killing"}),
        ("Los soldados hirieron a dos niños.", {"maiming"}),
        ("Sus combatientes son menores de edad.", {"recruitment_use"}),
    ],
)
def test_whom_soldiers_harm_are_no_soldiers(text: str, codes: set[str]) -> None:
    assert told("es", text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Soldiers beat boys of the team in Kesh.", {"maiming"}),
        ("Soldiers beat the boys' team in Kesh.", set()),
        ("Soldiers violated the children's rights in Kesh.", set()),
    ],
)
def test_children_within_an_idiom_are_victims_and_what_is_theirs_is_none(text: str, codes: set[str]) -> None:
    assert told("en", text) == codes
