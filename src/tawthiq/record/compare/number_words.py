"""Number words of the four languages, folded as texts are compared: five that became six is another story.

Left out: the articles (un, una, une), which are no count more often than not, and the dual of Arabic nouns.
"""

from __future__ import annotations

from tawthiq.record.compare.folded import fold

_ENGLISH = """
zero one two
three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
millions billion billions dozen dozens score scores half
"""
_FRENCH = """
zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente
quarante cinquante soixante septante huitante octante nonante cent cents centaine centaines mille millier
milliers million millions milliard milliards dizaine dizaines douzaine douzaines quinzaine vingtaine trentaine
quarantaine cinquantaine soixantaine
"""
_SPANISH = """
cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
dieciocho diecinueve veinte veintiuno veintiún veintiuna veintidós veintitrés veinticuatro veinticinco
veintiséis veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa cien
ciento cientos doscientos doscientas trescientos trescientas cuatrocientos cuatrocientas quinientos quinientas
seiscientos seiscientas setecientos setecientas ochocientos ochocientas novecientos novecientas mil miles millón
millones docena docenas decena decenas centenar centenares
"""
_ARABIC = """
صفر واحد واحدة اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع
ثمانية ثماني ثمان تسعة تسع عشرة عشر عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين
ثمانون ثمانين تسعون تسعين مئة مائة مئتان مئتين مائتان مائتين مئات ثلاثمئة ثلاثمائة أربعمئة أربعمائة خمسمئة
خمسمائة ستمئة ستمائة سبعمئة سبعمائة ثمانمئة ثمانمائة تسعمئة تسعمائة ألف ألفان ألفين آلاف مليون مليونان مليونين
ملايين مليار مليارات عشرات
"""
_AND = "\u0648"
"""Arabic writes its "and" onto the next word."""
_WORDS = frozenset(fold(word) for words in (_ENGLISH, _FRENCH, _SPANISH, _ARABIC) for word in words.split())


def is_number_word(folded: str) -> bool:
    """Whether a folded word counts; an Arabic "and" in front of it does not hide it."""
    return folded in _WORDS or (folded.startswith(_AND) and folded[1:] in _WORDS)
