"""Inputs of every kind that once took far more work than their size: each grows with `n`, in its one worst way."""

from collections.abc import Callable, Mapping

from tests.builders.package import Related, namespaces, package, paragraph, run, styles

_HEADING = '<w:pStyle w:val="Heading1"/>'
_HEAD = paragraph("Ann Example") + paragraph("Software Engineer")


def nested_diagram(n: int, deep: int = 90) -> bytes:
    """SmartArt whose texts stand inside many points and many paragraphs at once."""
    inner = "<dgm:pt>" * deep + "<a:p>" * deep + "<a:t/>" * n + "</a:p>" * deep + "</dgm:pt>" * deep
    diagram = f"<dgm:dataModel{namespaces()}>{inner}</dgm:dataModel>"
    reference = (
        "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData>"
        '<dgm:relIds r:dm="d1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )
    return package(_HEAD + reference, Related("d1", "diagramData", "diagrams/data1.xml", diagram))


def nested_anchors(n: int, deep: int = 180) -> bytes:
    """Anchors inside anchors, around shapes without a fill."""
    inner = '<wp:anchor><wp:extent cx="1" cy="1"/>' * deep + "<wps:wsp/>" * n + "</wp:anchor>" * deep
    return package(f"{_HEAD}<w:p><w:r><w:drawing>{inner}</w:drawing></w:r></w:p>")


def nested_shapes(n: int, deep: int = 180) -> bytes:
    """VML shapes inside shapes: does any of them hold text?"""
    inner = '<v:shape fillcolor="#000000">' * deep + "<v:x/>" * n + "</v:shape>" * deep
    return package(f"{_HEAD}<w:p><w:r><w:pict>{inner}</w:pict></w:r></w:p>")


def styles_on_one(n: int) -> bytes:
    """Many styles based on one that states much, and a paragraph and a table in each."""
    base = '<w:style w:type="paragraph" w:styleId="S0"><w:rPr>' + "<w:b/>" * n + "</w:rPr>"
    base += "<w:tblPr>" + '<w:shd w:val="clear" w:fill="auto"/>' * n + "</w:tblPr></w:style>"
    each = (
        f'<w:style w:type="paragraph" w:styleId="S{i}"><w:basedOn w:val="S0"/></w:style>' for i in range(1, n)
    )
    used = "".join(
        paragraph(f"Line {i}", f'<w:pStyle w:val="S{i}"/>')
        + f'<w:tbl><w:tblPr><w:tblStyle w:val="S{i}"/></w:tblPr><w:tr><w:tc>{paragraph("x")}</w:tc></w:tr></w:tbl>'
        for i in range(1, n)
    )
    return package(_HEAD + used, styles(base + "".join(each)))


def instructions(n: int) -> bytes:
    """A field whose instruction is spread over many runs."""
    pieces = "".join(f"<w:r><w:instrText>{'a' * 20}</w:instrText></w:r>" for _ in range(n))
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return package(f"{_HEAD}<w:p>{begin}{pieces}{end}</w:p>")


def header_lines(n: int) -> bytes:
    """Lines that may be the head of a job in very many ways."""
    lines = (f"A, B, C, D, E, F, G, H, I, J, {1971 + i % 40} - {1972 + i % 40}" for i in range(n))
    return package(_HEAD + paragraph("Experience", _HEADING) + "".join(map(paragraph, lines)))


def soft_breaks(n: int) -> bytes:
    """The same lines in one paragraph."""
    lines = (f"A, B, C, D, E, F, G, H, {1971 + i % 40} - {1972 + i % 40}" for i in range(n))
    text = "".join(f"<w:t>{line}</w:t><w:br/>" for line in lines)
    return package(_HEAD + paragraph("Experience", _HEADING) + f"<w:p><w:r>{text}</w:r></w:p>")


def plain_text(n: int) -> bytes:
    """Paragraphs of running text without any heading."""
    line = (
        "Worked with the team on many projects and helped the customers of the company in their own language."
    )
    return package(_HEAD + "".join(paragraph(f"{line} {i}") for i in range(n)))


def jobs_with_bullets(n: int) -> bytes:
    """Job after job, each with what was achieved."""
    lines = (
        text
        for i in range(n)
        for text in (
            f"Engineer, Acme{i}, Jan {1971 + i % 40} - Feb {1972 + i % 40}",
            f"• Led a team of {i} people and saved $3M in costs.",
        )
    )
    return package(_HEAD + paragraph("Experience", _HEADING) + "".join(map(paragraph, lines)))


def comma_lists(n: int) -> bytes:
    """Lists of skills where jobs are expected."""
    text = "Python, Java, Kubernetes, Docker, AWS, SQL, Excel, Leadership, Kafka, React, Terraform, Linux"
    return package(_HEAD + paragraph("Experience", _HEADING) + paragraph(text) * n)


def commas(n: int) -> bytes:
    """A line of what was achieved that may say behind each of very many commas what changed."""
    heading = paragraph("Experience", _HEADING) + paragraph("Engineer, Acme, Jan 2019 - Feb 2022")
    return package(_HEAD + heading + paragraph(f"• Plan, {'a, ' * n}yield +5%"))


def changes(n: int) -> bytes:
    """A line of nothing but changes, each of which may be one of what stands before it."""
    heading = paragraph("Experience", _HEADING) + paragraph("Engineer, Acme, Jan 2019 - Feb 2022")
    return package(_HEAD + heading + paragraph("• Grew sales " + "by 40%, " * n))


def figures(n: int) -> bytes:
    """One word of nothing but figures."""
    heading = paragraph("Experience", _HEADING) + paragraph("Engineer, Acme, Jan 2019 - Feb 2022")
    return package(_HEAD + heading + paragraph(f"• Led team, grew {'1' * 20 * n}"))


def one_term(n: int) -> bytes:
    """One skill that the text names again and again."""
    heading = paragraph("Experience", _HEADING) + paragraph("Engineer, Acme, Jan 2019 - Feb 2022")
    return package(_HEAD + heading + paragraph("Wrote " + "Kubernetes " * n))


def skill_lists(n: int) -> bytes:
    """Very many skills."""
    lines = (f"Skill{i}, Other{i}, Third{i}" for i in range(n))
    return package(_HEAD + paragraph("Skills", _HEADING) + "".join(map(paragraph, lines)))


def contacts(n: int) -> bytes:
    """Address after address."""
    return package("".join(paragraph(f"a{i}@b{i}.example +44 7700 9{i:05}") for i in range(n)))


def long_name(n: int) -> bytes:
    """A name of very many words."""
    return package(paragraph(" ".join(f"Ann{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}" for i in range(n))))


def long_word(n: int) -> bytes:
    """One word, one run."""
    return package(_HEAD + f"<w:p>{run('a' * 10 * n)}</w:p>")


READING: Mapping[str, tuple[Callable[[int], bytes], int]] = {
    "nested diagram": (nested_diagram, 4000),
    "nested anchors": (nested_anchors, 4000),
    "nested shapes": (nested_shapes, 8000),
    "styles based on one": (styles_on_one, 200),
    "pieces of an instruction": (instructions, 4000),
}
"""What only reading is made to work on, each with a size that takes some milliseconds."""

PARSING: Mapping[str, tuple[Callable[[int], bytes], int]] = {
    "header lines": (header_lines, 16),
    "soft breaks": (soft_breaks, 16),
    "plain text": (plain_text, 50),
    "jobs with bullets": (jobs_with_bullets, 30),
    "comma lists": (comma_lists, 12),
    "commas": (commas, 90),
    "changes": (changes, 200),
    "figures": (figures, 300),
    "one term": (one_term, 1200),
    "skill lists": (skill_lists, 100),
    "contacts": (contacts, 50),
    "long name": (long_name, 200),
    "long word": (long_word, 300),
}
"""What is read at once and costs afterwards."""
