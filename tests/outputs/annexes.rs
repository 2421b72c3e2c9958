//! The annexes that are generated from the data say the same in both outputs, and an edition of the past does not
//! foretell. The corpus is that of `tests/cases/annexes`; what exactly each annex holds is expected there.

use crate::support::program;

use std::path::{Path, PathBuf};

use program::{camnang, text, without_spaces};
use scraper::{Html, Selector};
use serde_json::Value;

/// The page of each annex, and the field of the view that it shows.
const PAGES: [(&str, &str); 6] = [
    ("responsibilities", "trach-nhiem.html"),
    ("checklists", "viec-can-lam.html"),
    ("calendar", "lich-viec.html"),
    ("unknowns", "chua-ro.html"),
    ("report_form", "mau-bao-cao.html"),
    ("pending", "sap-thay-doi.html"),
];

/// Builds every edition of the case into the folder.
fn build(folder: &Path) -> PathBuf {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/annexes/corpus");
    program::copy(&corpus, &folder.join("corpus"));
    let only: &[&str] = if cfg!(feature = "pdf") { &["build"] } else { &["build", "--only", "html,json"] };
    camnang(folder, only).must(0);
    folder.join("output")
}

fn page(output: &Path, edition: &str, name: &str) -> Html {
    Html::parse_document(&text(&output.join(edition).join("html").join(name)))
}

/// What a page says. What it has ready for other days is hidden until one is chosen.
fn words(page: &Html) -> String {
    // A template shows nothing until a script has filled it for another day.
    let is_ready = |node: &scraper::ElementRef<'_>| {
        node.value().name() == "template" || node.attr("hidden").is_some() && node.attr("data-after").is_some()
    };
    let texts = page.root_element().descendants().filter(|node| {
        node.value().is_text() && !node.ancestors().filter_map(scraper::ElementRef::wrap).any(|it| is_ready(&it))
    });
    without_spaces(&texts.filter_map(|node| node.value().as_text()).map(|text| &**text).collect::<String>())
}

/// Every text of a part of the view that readers see: all but keys and addresses.
fn collect(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| collect(value, into)),
        Value::Object(fields) => {
            let hidden = ["key", "id", "anchor", "chapter", "iso", "instrument", "data"];
            let shown = fields.iter().filter(|(name, _)| !hidden.contains(&name.as_str()));
            shown.for_each(|(_, value)| collect(value, into));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn both_outputs_say_the_same() {
    let office = tempfile::tempdir().unwrap();
    let output = build(office.path());
    for edition in ["nam-2030", "nam-2032", "nam-2033"] {
        let folder = output.join(edition);
        let view: Value = serde_json::from_str(&text(&folder.join("view.json"))).unwrap();
        let pdf = cfg!(feature = "pdf").then(|| program::pdf_words(&folder.join(format!("{edition}.pdf"))));
        for (field, name) in PAGES {
            let shown = words(&page(&output, edition, name));
            let mut texts = Vec::new();
            collect(&view[field], &mut texts);
            assert!(!texts.is_empty(), "{edition}: the view has no {field}");
            for text in texts {
                let text = without_spaces(&text);
                assert!(shown.contains(&text), "{edition}/{name} does not say: {text}");
                if let Some(pdf) = &pdf {
                    // What runs over a page end has the running header in it.
                    assert!(pdf.contains(&text) || text.chars().count() > 60, "{edition}.pdf does not say: {text}");
                }
            }
        }
    }
}

#[test]
fn the_past_does_not_foretell() {
    let office = tempfile::tempdir().unwrap();
    let output = build(office.path());
    for (_, name) in PAGES {
        let then = words(&page(&output, "nam-2030", name));
        for later in ["02/2031", "03/2032", "05/2033", "2032", "2033", "2034"] {
            assert!(!then.contains(later), "in 2030, {name} mentions {later}");
        }
        let then = words(&page(&output, "nam-2032", name));
        for later in ["05/2033", "2034"] {
            assert!(!then.contains(later), "in 2032, {name} mentions {later}");
        }
    }
}

/// A duty that does not bind on the day is in no list, and every list can be linked to.
#[test]
fn lists_hold_binding_duties_only() {
    let office = tempfile::tempdir().unwrap();
    let output = build(office.path());
    for (edition, binding, others) in [
        ("nam-2030", "sơn lan can", &["treo biển", "đếm đèn"][..]),
        ("nam-2032", "giữ bến", &["giữ bến đò", "đếm đèn"]),
        ("nam-2033", "giữ bến đò", &["treo biển", "đếm đèn"]),
    ] {
        for name in ["trach-nhiem.html", "viec-can-lam.html", "mau-bao-cao.html"] {
            let page = page(&output, edition, name);
            let shown = words(&page);
            for other in others {
                assert!(!shown.contains(&without_spaces(other)), "{edition}/{name}: {other}");
            }
            // The form asks only the offices that the edition names.
            if name != "mau-bao-cao.html" {
                assert!(shown.contains(&without_spaces(binding)), "{edition}/{name}: {binding}");
                let anchor = if name == "trach-nhiem.html" { "#trach-nhiem-xa" } else { "#viec-xa" };
                assert_eq!(page.select(&Selector::parse(anchor).unwrap()).count(), 1, "{edition}/{name}");
            }
        }
    }
}

/// The form sends nothing, says so, and every control has a name.
#[test]
fn the_form_is_for_paper() {
    let office = tempfile::tempdir().unwrap();
    let output = build(office.path());
    let page = page(&output, "nam-2032", "mau-bao-cao.html");
    let count = |selector: &str| page.select(&Selector::parse(selector).unwrap()).count();
    // The box of the search is in the head of every page; the form for paper has none, and no button without the script
    // that shows what it does.
    assert_eq!(count("main form, script:not([src])"), 0);
    assert_eq!(count("main button"), count("main .form-tools[hidden] button[type=button]"));
    assert!(words(&page).contains(&without_spaces("Trang này không gửi gì đi.")));
    let labels: Vec<&str> = {
        let labels = Selector::parse("label[for]").unwrap();
        page.select(&labels).filter_map(|label| label.attr("for")).collect()
    };
    for control in page.select(&Selector::parse("input[type=text], textarea").unwrap()) {
        assert!(control.attr("id").is_some_and(|id| labels.contains(&id)), "{}", control.html());
    }
    assert_eq!(count("input[type=radio]"), count("label > input[type=radio]"));
    assert!(count("input[type=radio]") >= 8);
}
