"""The words by which wikitext's links, tags and templates are told apart."""

from __future__ import annotations

FILE_WORDS = frozenset(
    "file image media 文件 档案 檔案 图像 圖像 fichier plik grafika datei bild archivo imagen "
    "bestand afbeelding файл изображение ファイル 画像 파일 그림 ملف صورة immagine ficheiro imagem "
    "fájl kép پرونده تصویر चित्र চিত্র ไฟล์ ภาพ soubor súbor fil tiedosto kuva dosya resim berkas "
    "gambar קובץ תמונה датотека слика datoteka slika зображення fitxer imatge fișier imagine پەڕگە "
    "αρχείο εικόνα fail vaizdas attēls pilt ფაილი պատկեր".split()
) | {"tập tin", "hình"}
"""The namespace of files; a link to it shows the file."""

CATEGORY_WORDS = frozenset(
    "category 分类 分類 catégorie kategoria kategorie categoría categorie категория カテゴリ 분류 "
    "تصنيف categoria kategori kategória رده श्रेणी বিষয়শ্রেণী หมวดหมู่ luokka קטגוריה категорија "
    "kategorija категорія پۆل κατηγορία kategooria kateqoriya კატეგორია կատեգորիա".split()
) | {"thể loại"}
"""The namespace of categories; a link to it shows nothing."""

BLOCK_TAGS = frozenset(
    "blockquote center dd dir div dl dt hr li ol p pre section table tbody td tfoot th thead tr ul "
    "caption syntaxhighlight source".split()
)
"""Tags that part paragraphs."""

VERBATIM_TAGS = frozenset({"pre", "syntaxhighlight", "source"})
"""Those of them whose lines are shown as they stand."""

BOX_WORDS = ("result", "reason", "status", "1", "title", "理由", "结果", "結果")
"""Parameters that say why a box was closed, or what it holds."""

TIME_WORDS = ("time", "date", "时间", "時間", "datum", "fecha", "data")
"""Parameters with the date of an unsigned comment."""

TRAIL = "a-zà-öø-ÿа-яё"
"""Letters that belong to the link before them."""

ENTITY = r"&(?:[a-zA-Z]+|#[0-9]+|#[xX][0-9a-fA-F]+);"
"""A character's name or number."""
