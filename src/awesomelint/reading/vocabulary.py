"""The words that lists use for their fields and sections, in the languages that were counted.

A table's header, a `Key:` before a value and the name of a section are read with these. `KEYS` maps a field's name,
folded, to the role that it announces; a name that is not here is a field of the list's own.
"""

from __future__ import annotations

import re

TITLE, AUTHORS, VENUE, DATE = "title", "authors", "venue", "date"
LINK, DESCRIPTION, ACRONYM, OWN = "link", "description", "acronym", "own"

_NAMES = {
    TITLE: "title|paper title|article|标题|论文标题|题目|论文题目|タイトル|論文|titel|titre|título|titulo|제목|タイトル名|论文名称|论文名|título del artículo|titre de l'article|题名|문헌|논문|논문명|논문 제목|название|статья",
    AUTHORS: "author|authors|author(s)|作者|first author|by|著者|auteurs|autores|autoren|저자|저자명|著者名|autor|auteur|autor(es)|autoría|autor:innen|verfasser|作者列表|開発者|作成者|作者/机构|авторы|автор|written by",
    VENUE: "venue|venues|conference|conferences|journal|publication|published|published in|会议|期刊|会议/期刊|发表|发表于|出处|pub|pub.|publisher|conf"
           "|conf.|accepted|conference/journal|journal/conference|venue/year|source|where|proceedings|学会|revue|revista|会議|学会名|発表|掲載|학회|게재|zeitschrift|konferenz|conférence|conferência|conferencia|evento|lugar|publicado em|publicado en|publié dans|erschienen in|veröffentlicht in|来源|期刊名|刊物|掲載誌|出典|출처|학술지|журнал|конференция|appeared in|appears in",
    DATE: "date|year|time|published date|publish date|publication date|publication year|year published|year of publication|pub year|pub date|date published|submission date|release date|released|日期|时间|年份|发表时间|年|when"
          "|month|jahr|datum|année|año|ano|fecha|연도|発表年|公開日|출판연도|erscheinungsjahr|data|publicado|日期时间|发布时间|年月|날짜|발행일|год",
    LINK: "paper|papers|reference|references|ref|citation link|code|代码|link|links|pdf|arxiv|project|website|github|homepage|repo|repository|demo|project page|url|dataset link|doi|video|blog"
          "|论文|链接|项目|项目主页|主页|code link|paper link|github link|paper url|code url|paper & code|code & project|resources|page|web|site|slides|poster"
          "|supp|supplementary|official code|source code|implementation|github repo|download|weights|checkpoint|论文链接|代码链接|原文|pdf link|huggingface"
          "|リンク|実装|コード|論文リンク|링크|코드|enlace|enlaces|código|artículo|artigo|lien|liens|dépôt|verknüpfung|quelle|code/project|project/code|webpage|open source|paper/code|others|artikel|datos|dados|données|daten|datensatz|地址|论文地址|代码地址|开源地址|开源代码|数据|数据集链接|データ|資料|데이터|ссылка|ссылки|volltext|texte intégral|texto completo",
    DESCRIPTION: "abstract|description|summary|tldr|tl;dr|tl; dr|brief|简介|描述|摘要|简述|概述|要約|beschreibung|description courte|descripción|설명|説明|resumo|resumen|résumé|zusammenfassung|comment|comments"
                 "|overview|highlights|contribution|contributions|key idea|main idea",
    ACRONYM: "method|methods|acronym|abbreviation|abbr|abbr.|模型|方法|简称|short name|model name|算法",
    OWN: "note|notes|标题译名|keywords|keyword|tags|tag|task|tasks|datasets|metrics|metric|institution|institutions|institute|affiliation|affiliations|type|topic|topics"
         "|category|categories|license|licence|licencia|licença|lizenz|licence|ライセンス|라이선스|许可证|language|languages|言語|언어|语言|langue|idioma|sprache|特徴|特点|특징|stars|star|size|modality|modalities|domain|backbone|field|area|subject|关键词|标签|机构|类型|任务|备注|公司|领域|方向|研究方向|类别|分类|序号|编号|分野|分類|분야|분류|주제|번호|presenter|presenters|presented by|speaker|speakers|discussant|discussion leader|讲者|汇报人|分享人|발표자|ponente"
         "|track|organ|organs|citation|citations|status|framework|application|applications|score|rank|#|no|no.|id|index|序号|input|output|format|platform"
         "|country|company|organization|organisation|evaluation|results|result|remark|remarks|extra|features|cited by|impact factor",
}  # fmt: skip
KEYS = {name: role for role, names in _NAMES.items() for name in names.split("|")}

# A column called so holds the title far more often than a link that says the word.
_TITLE_COLUMNS = frozenset(
    "paper papers reference references ref 论文 name dataset data model project tool software library package resource course book".split()
)
_WEAK = frozenset(
    "by data name time model source where web site page others month # no id comment comments accepted reference references ref article tag star track".split()
)

# What heads a table of contents. Sections may stand below it all the same.
CONTENTS = re.compile(r"^\W*(?:table of contents?|contents?|toc|目录|目次|index|quick links?|navigation)\W*$", re.I)

# Sections that hold no entries, in any list: counted headings of 266 lists.
NO_LIST = re.compile(
    r"^\W*(?:news|updates?|what(?:['’]?s| is) new(?: .{0,12})?|recent updates|latest updates?|latest news|change ?log"
    r"|recent changes|release notes|version history|contribut\w+(?: to .*)?|contribution guide\w*|contributing guide\w*|how to contribute|contributors?|our contributors"
    r"|acknowledge?ments?|致谢|credits?|citations?|citing(?: .*)?|cite(?: us| this.*)?|reference format|bibtex|引用|(?:list of )?licen[cs]es?|许可|contact(?: us)?|联系.*|authors?"
    r"|maintainers?|maintained by|team|star[ -]?history|stargazers(?: over time)?|star ?gazers|disclaimer|todo(?: list)?|to do|roadmap|introduction|简介|介绍|about(?: .{0,20})?"
    r"|legend|notation|conventions?|motivation|preface|foreword|前言|welcome|how to (?:use|cite|read|contribute|add|search).*|usage|getting started|installation|support(?: us)?|sponsors?"
    r"|join us|community guidelines|code of conduct|faq|feedback|search tips|sources?|inspired by|inspiration|贡献.*"
    r"|新闻|动态|公告|更新日志|更新记录|最新动态|鸣谢|感谢|维护者|贡献者|如何贡献|参与贡献|许可证|版权|免责声明|关于(?:我们|本项目)?|联系方式"
    r"|お知らせ|ニュース|更新履歴|ライセンス|貢献.*|コントリビュ.*|謝辞|連絡先|はじめに|このリポジトリについて|管理者|メンバー"
    r"|소식|공지|업데이트|변경 이력|기여.*|참여 방법|라이선스|감사.*|(?:.{1,8} )?(?:멤버|구성원)|참여자|스터디원|소개|연락처"
    r"|noticias|novedades|c[oó]mo contribuir|contribu(?:ir|ciones|idores|yentes)|licencia|agradecimientos|contacto|autores|introducci[oó]n|acerca de.*"
    r"|not[ií]cias|novidades|como contribuir|contribui(?:r|ções|dores|ndo)|licença|agradecimentos|contato|introdução|sobre(?: (?:est[ea]|o|a|n[oó]s)(?: .*)?)?"
    r"|actualités|nouveautés|comment contribuer|contribu(?:er|tions|teurs)|licence|remerciements|à propos(?: .{0,20})?|auteurs"
    r"|neuigkeiten|aktuelles|mitmachen|mitwirken|beitragen|beiträge|lizenz|danksagung(?:en)?|kontakt|einleitung|einführung|über (?:uns|diese.*|das projekt)"
    r"|новости|обновления|участие|как (?:помочь|внести вклад).*|лицензия|благодарности|контакты|введение|авторы)\W*$",
    re.I,
)

# Of these some head a list all the same: an introduction may be told in papers.
MAY_HOLD_LIST = re.compile(
    r"^\W*(?:introduction|introducci[oó]n|introdução|einleitung|einführung|введение|简介|介绍|はじめに|소개|about(?: .{0,20})?|motivation|preface|foreword|welcome|usage|getting started|roadmap|search tips|faq)\W*$",
    re.I,
)


LABELS = frozenset(
    "paper papers code pdf website project page project-page homepage github git repo repository arxiv link doi video demo dataset"
    " data datasets supp supplementary supplemental blog slides poster poster/slides tensorflow pytorch torch tf jax keras official"
    " unofficial html abs abstract openreview bib bibtex model models weights checkpoint checkpoints colab webpage web www site home"
    " huggingface hf talk youtube tweet twitter thread review reviews notes appendix implementation python matlab caffe chainer"
    " mxnet r julia c++ docs documentation source paperswithcode news article publication preprint online interactive benchmark"
    " space app 論文 実装 コード 解説 スライド 動画 リンク 記事 原文 논문 코드 원문 링크 바로가기 리뷰 영상 artículo código artigo lien dépôt enlace 论文 代码 项目 链接 主页 数据集 解读 中文解读 博客 知乎 视频 笔记 译文 代码库 url here download author-page media tutorial note reddit"
    " arxiv-version published biorxiv medrxiv pubmed pmc springer ieee acm nature sciencedirect xplore readme wiki zenodo figshare kaggle".split()
)  # fmt: skip


def is_label(text: str) -> bool:
    """Whether a link's words say what it opens rather than what it is about: `paper`, `[code]`, `Project Page`."""
    words = _BETWEEN.sub(" ", text.casefold()).split()
    if not words or is_emoji(text):
        return True
    known = sum(word in LABELS or all(part in LABELS for part in _PARTS.split(word)) for word in words)
    if known == len(words):
        return True
    # `Nature Methods` and `IEEE Access` are journals.
    return known > 0 and len(words) <= 4 and known >= len(words) - 1 and _PUBLISHERS.isdisjoint(words)


# What stands between a label's words, and parts one; what dresses a column's name.
_BETWEEN, _PARTS, _DRESS = re.compile(r"[^\w+/.-]+"), re.compile(r"[/-]"), re.compile(r"[^\w ;/&.#()-]+")
_PUBLISHERS = frozenset("nature ieee acm springer".split())


def is_only_label(text: str) -> bool:
    """Whether every one of a link's words is a label's."""
    words = _BETWEEN.sub(" ", text.casefold()).split()
    return is_emoji(text) or all(word in LABELS for word in words)


def is_emoji(text: str) -> bool:
    """Whether a text is no more than an emoji by its name: `:scroll:`."""
    return ":" in text and _EMOJI.fullmatch(text.strip()) is not None


# An emoji by its name: `[:scroll:](paper.pdf)`.
_EMOJI = re.compile(r":[a-z][a-z0-9_+-]*:")


_NAMES_WHAT = frozenset("name dataset model method tool project".split())


def folded(name: str) -> str:
    """A column's or key's name without its dress."""
    return " ".join(_DRESS.sub(" ", name.casefold()).split()).strip("-_ /")


def key_role(name: str) -> str:
    """The role that a `Key:` announces; nothing for words that are no field's name. `论文/Paper` says one thing twice."""
    words = name.strip().casefold()
    if words in KEYS:
        return KEYS[words]
    roles = {KEYS.get(part.strip(), "") for part in words.split("/")}
    return roles.pop() if len(roles) == 1 else ""


def is_title_column(name: str) -> bool:
    """Whether a column's header names what is listed (`Dataset`, `Tool`), or may as well name links to it."""
    return folded(name) in _TITLE_COLUMNS


def header_role(name: str) -> str:
    """The role that a column's header announces; nothing for a name that is not known."""
    words = folded(name)
    if not words:
        return ""
    if words in _TITLE_COLUMNS:
        # What such a column holds, its cells say better.
        return ""
    if words in KEYS:
        return KEYS[words]
    if "title" in words.split():
        return TITLE
    if re.search(r"[/&]| and ", words) and not _NAMES_WHAT.isdisjoint(re.split(r"[ /&]+", words)):
        return ""  # `Name & Link` holds the title
    for word in re.split(r"[ /&]+", re.sub(r"\(.*?\)", " ", words)):
        if KEYS.get(word, ACRONYM) != ACRONYM and word not in _WEAK and word not in _TITLE_COLUMNS:
            return KEYS[word]
    return ""


# Longer than this, a link's words are a title.
_LABEL = 60
FACT = re.compile(r"(?:19|20)\d\d\b|[A-Za-z]['’ ]?\d\d\b")


def holds_fact(label: str) -> bool:
    """Whether a link's few words hold a year, so that a venue, a date or names are among them: `ECCV2020`, `Knuth (1970)`."""
    return len(label) <= _LABEL and len(label.split()) <= 7 and FACT.search(label) is not None
