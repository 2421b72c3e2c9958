//! What the web edition has for programs: JSON-LD, the feed, the data files, addresses for crawlers. Whole, valid, closed
//! against hostile text, and silent about what is not known.

use std::collections::{BTreeMap, BTreeSet};

use camnang::internals::render::Artifact;
use camnang::internals::view::*;
use scraper::{Html, Selector};
use serde_json::Value;

use crate::support::html_sample;
use crate::support::uncut;

use html_sample::Sample;

type Files = BTreeMap<String, String>;

/// The texts of the site by their path below `html/`.
fn site(view: &View) -> Files {
    let made = uncut::site(view).expect("a site");
    let text = |it: Artifact| Some((it.path.strip_prefix("html/")?.to_owned(), String::from_utf8(it.bytes).ok()?));
    // tests/outputs/single.rs looks at the booklet in one file.
    made.into_iter().filter_map(text).filter(|(path, _)| path != "ipv6-2014.html").collect()
}

/// The sample of an office that does not say where its site is published.
fn sample() -> View {
    let mut view = html_sample::view();
    view.edition.web_address = None;
    view
}

fn at_an_address(mut view: View) -> View {
    view.edition.web_address = Some("https://camnang.example.vn/ipv6".to_owned());
    view
}

/// The JSON-LD of a page.
fn linked(files: &Files, path: &str) -> Value {
    let page = Html::parse_document(&files[path]);
    let selector = Selector::parse("head > script[type='application/ld+json']").expect("a selector");
    let blocks: Vec<String> = page.select(&selector).map(|block| block.text().collect()).collect();
    assert_eq!(blocks.len(), 1, "{path}");
    serde_json::from_str(&blocks[0]).expect("JSON")
}

const EXCERPT: &str = "e/nd-72-2013.dieu-18.khoan-3.html";

#[test]
fn an_excerpt_is_a_part_of_its_instrument() {
    let mut view = sample();
    let excerpt = &mut view.parts[0].chapters[0].excerpts[2];
    excerpt.status.key = "ended".to_owned();
    let third = ExcerptNumber::new(3).expect("a number");
    view.web.excerpts.get_mut(third).expect("an excerpt").term = TermFacts {
        since: Some("2013-09-01".to_owned()),
        until: Some("2024-12-25".to_owned()),
        last: Some("2024-12-24".to_owned()),
    };
    let data = linked(&site(&view), EXCERPT);
    assert_eq!(data["@context"], "https://schema.org");
    assert_eq!(data["@type"], "Legislation");
    assert_eq!(data["@id"], "../e/nd-72-2013.dieu-18.khoan-3.html");
    assert_eq!(data["name"], "Khoản 3 Điều 18 Nghị định số 72/2013/NĐ-CP");
    assert_eq!(data["legislationLegalForce"], "https://schema.org/NotInForce");
    assert_eq!(data["legislationDateVersion"], "2014-01-31");
    assert_eq!(data["temporalCoverage"], "2013-09-01/2024-12-24");
    // The page of the instrument says what it is, once.
    assert_eq!(data["isPartOf"], serde_json::json!({ "@id": "../vb/nd-72-2013.html" }));
    assert_eq!(data["citation"][0]["@id"], "../e/nd-72-2013.dieu-18.khoan-4.html");
}

/// Every state, and what may be said of it. Unknown says nothing.
#[test]
fn unknown_is_left_out_and_never_guessed() {
    let cases = [
        ("in-force", Some("InForce"), Some("2013-09-01/..")),
        ("partly-ended", Some("PartiallyInForce"), Some("2013-09-01/..")),
        ("ended", Some("NotInForce"), None),
        ("suspended", Some("NotInForce"), None),
        ("not-commenced", Some("NotInForce"), None),
        ("unknown", None, None),
    ];
    for (key, force, period) in cases {
        let mut view = sample();
        view.parts[0].chapters[0].excerpts[2].status.key = key.to_owned();
        let data = linked(&site(&view), EXCERPT);
        let force = force.map(|force| format!("https://schema.org/{force}"));
        assert_eq!(data.get("legislationLegalForce").and_then(Value::as_str), force.as_deref(), "{key}");
        assert_eq!(data.get("temporalCoverage").and_then(Value::as_str), period, "{key}");
    }
    let mut view = sample();
    view.web.instruments[0].facts = InstrumentFacts::default();
    let data = linked(&site(&view), "vb/nd-72-2013.html");
    for property in
        ["legislationIdentifier", "legislationDate", "temporalCoverage", "datePublished", "legislationChanges"]
    {
        assert!(data["@graph"][0].get(property).is_none(), "{property}");
    }
}

#[test]
fn an_instrument_says_what_it_does_and_others_what_they_do() {
    let mut view = sample();
    for act in &mut view.web.instruments[0].facts.acts {
        act.seen = act.kind != "repeals";
    }
    let data = linked(&site(&view), "vb/nd-72-2013.html");
    let graph = data["@graph"].as_array().expect("a graph");
    let own = &graph[0];
    assert_eq!(own["legislationDate"], "2013-07-15");
    assert_eq!(own["legislationType"], "Nghị định");
    assert_eq!(own["legislationPassedBy"]["@type"], "Organization");
    assert_eq!(own["legislationChanges"][0]["name"], "Nghị định số 97/2008/NĐ-CP");
    assert_eq!(own["hasPart"].as_array().map(Vec::len), Some(12));
    for property in ["legislationAmends", "isBasedOn", "citation"] {
        assert_eq!(own[property].as_array().map(Vec::len), Some(1), "{property}");
    }
    // What other records only mention is not stated, and schema.org has no word for a suspension.
    assert!(own.get("legislationRepeals").is_none());
    assert_eq!(graph.len(), 1 + 4);
    for other in &graph[1..] {
        assert_eq!(other["@id"], "../vb/tt-01-2011.html");
        assert!(other.as_object().expect("a node").values().any(|it| it["@id"] == own["@id"]), "{other}");
    }
}

#[test]
fn the_home_page_is_the_book() {
    let data = linked(&site(&sample()), "index.html");
    assert_eq!(data["@type"], "Book");
    assert_eq!(data["@id"], "index.html");
    assert_eq!(data["temporalCoverage"], "2014-01-31");
    let encodings = data["encoding"].as_array().expect("a list");
    let urls: Vec<&str> = encodings.iter().filter_map(|it| it["contentUrl"].as_str()).collect();
    assert_eq!(urls, ["ipv6-2014.pdf", "ipv6-2014.html", "ipv6-2014-html.zip"]);
    assert!(encodings.iter().all(|it| it["sha256"].as_str().is_some_and(|hash| hash.len() == 64)));
}

/// Text that would end the data block, or the feed's element, or the string that it is in.
const HOSTILE: &str =
    "</script><script>alert(1)</script><!-- <![CDATA[ ]]> & \" \\ \u{2028} \u{1} &lt; </content></feed>";

#[test]
fn no_text_breaks_out_of_its_file() {
    let mark = |text: &str| format!("{text} {HOSTILE}");
    let mut view = at_an_address(Sample { mark: &mark }.view());
    for page in &mut view.web.instruments {
        page.facts.number = Some(HOSTILE.to_owned());
        page.facts.acts.iter_mut().for_each(|act| act.citation = HOSTILE.to_owned());
    }
    for group in view.changes.iter_mut().flat_map(|it| &mut it.sections).flat_map(|it| &mut it.groups) {
        group.name = HOSTILE.to_owned();
    }
    let hostile = site(&view);
    let harmless = site(&at_an_address(sample()));
    assert_eq!(
        hostile.keys().filter(|it| !it.contains(".js")).count(),
        harmless.keys().filter(|it| !it.contains(".js")).count()
    );
    let mut blocks = 0;
    for (path, text) in &hostile {
        match path.rsplit('.').next() {
            // Its script is the template's own.
            Some("html") if path == "404.html" => {}
            Some("html") => {
                let page = Html::parse_document(text);
                let selector = Selector::parse("script:not([src])").expect("a selector");
                for block in page.select(&selector) {
                    let text: String = block.text().collect();
                    assert_eq!(block.attr("type"), Some("application/ld+json"), "{path}");
                    serde_json::from_str::<Value>(&text).unwrap_or_else(|fault| panic!("{path}: {fault}: {text}"));
                    blocks += 1;
                }
            }
            Some("json") => drop(serde_json::from_str::<Value>(text).expect("JSON")),
            Some("xml") => drop(roxmltree::Document::parse(text).unwrap_or_else(|fault| panic!("{path}: {fault}"))),
            _ => {}
        }
    }
    assert_eq!(blocks, 1 + 12 + 3);
    let data = linked(&hostile, "vb/nd-72-2013.html");
    assert_eq!(data["@graph"][0]["legislationIdentifier"], HOSTILE);
    let entries = entries(&hostile["feed.xml"]);
    assert_eq!(entries.len(), entries_of_sample().len());
    assert!(entries.iter().any(|entry| entry["title"].contains("</script><script>alert(1)</script>")));
}

// ---- Addresses ----

fn meta(page: &str, name: &str) -> Option<String> {
    let selector = format!("head > meta[property='{name}'], head > link[rel='{name}']");
    let page = Html::parse_document(page);
    let found = page.select(&Selector::parse(&selector).expect("a selector")).next()?;
    found.attr("content").or_else(|| found.attr("href")).map(str::to_owned)
}

#[test]
fn an_address_is_stated_only_where_the_settings_have_one() {
    let own = site(&sample());
    assert!(!own.contains_key("sitemap.xml") && !own.contains_key("robots.txt"));
    for (path, page) in own.iter().filter(|(path, _)| path.ends_with(".html")) {
        if ["e/nd-72-2013.dieu-cu.html", "vb/nd-72.html", "404.html"].contains(&path.as_str()) {
            continue;
        }
        for name in ["og:title", "og:type", "og:url", "canonical"] {
            assert_eq!(meta(page, name), None, "{path}: a preview is of an address");
        }
    }
    let published = site(&at_an_address(sample()));
    for (path, page) in published.iter().filter(|(path, _)| path.ends_with(".html")) {
        if ["e/nd-72-2013.dieu-cu.html", "vb/nd-72.html", "404.html"].contains(&path.as_str()) {
            continue;
        }
        assert_eq!(meta(page, "og:locale").as_deref(), Some("vi_VN"), "{path}");
        assert!(meta(page, "og:title").is_some() && meta(page, "og:description").is_some(), "{path}");
        let kind = if path == "index.html" { "website" } else { "article" };
        assert_eq!(meta(page, "og:type").as_deref(), Some(kind), "{path}");
    }
    let home = "https://camnang.example.vn/ipv6/";
    assert_eq!(meta(&published["index.html"], "canonical").as_deref(), Some(home));
    let page = format!("{home}{EXCERPT}");
    assert_eq!(meta(&published[EXCERPT], "canonical"), Some(page.clone()));
    assert_eq!(meta(&published[EXCERPT], "og:url"), Some(page.clone()));
    assert_eq!(linked(&published, EXCERPT)["@id"], page);

    let map = roxmltree::Document::parse(&published["sitemap.xml"]).expect("XML");
    let listed: BTreeSet<&str> =
        map.descendants().filter(|it| it.has_tag_name("loc")).filter_map(|it| it.text()).collect();
    assert!(listed.contains(home) && listed.contains(page.as_str()));
    assert_eq!(listed.len(), map.descendants().filter(|it| it.has_tag_name("loc")).count());
    for address in listed {
        let path = address.strip_prefix(home).expect("an address of the site");
        assert!(published.contains_key(if path.is_empty() { "index.html" } else { path }), "{address}");
    }
    assert!(published["robots.txt"].ends_with("\nSitemap: https://camnang.example.vn/ipv6/sitemap.xml\n"));
}

// ---- The feed ----

const ATOM: &str = "http://www.w3.org/2005/Atom";

/// The children of an element: each known to RFC 4287 there, and as often as it may be.
fn held_to(element: roxmltree::Node<'_, '_>, once: &[&str], at_most_once: &[&str], often: &[&str]) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for child in element.children() {
        if child.is_text() {
            assert_eq!(child.text().unwrap_or_default().trim(), "");
            continue;
        }
        assert_eq!(child.tag_name().namespace(), Some(ATOM));
        *counts.entry(child.tag_name().name()).or_default() += 1;
    }
    for (name, count) in &counts {
        assert!(once.contains(name) || at_most_once.contains(name) || often.contains(name), "<{name}>");
        assert!(*count == 1 || often.contains(name), "<{name}> stands {count} times");
    }
    once.iter().for_each(|name| assert!(counts.contains_key(name), "<{name}> is missing"));
}

/// The entries of a feed that is held to RFC 4287.
fn entries(feed: &str) -> Vec<BTreeMap<String, String>> {
    let document = roxmltree::Document::parse(feed).expect("XML");
    let root = document.root_element();
    assert_eq!((root.tag_name().name(), root.tag_name().namespace()), ("feed", Some(ATOM)));
    held_to(root, &["id", "title", "updated"], &["generator", "subtitle"], &["author", "link", "entry"]);
    let mut ids = BTreeSet::new();
    let mut entries = Vec::new();
    for element in document.descendants().filter(roxmltree::Node::is_element) {
        let text = element.text().unwrap_or_default();
        match element.tag_name().name() {
            "id" => {
                let uuid = text.strip_prefix("urn:uuid:").expect("a UUID");
                let lengths: Vec<usize> = uuid.split('-').map(str::len).collect();
                assert_eq!(lengths, [8, 4, 4, 4, 12], "{text}");
                assert!(uuid.as_bytes()[14] == b'8' && b"89ab".contains(&uuid.as_bytes()[19]), "{text}");
                assert!(ids.insert(text.to_owned()), "{text} stands twice");
            }
            "updated" => assert_eq!(text, "2014-01-31T00:00:00+07:00"),
            "title" => assert!(!text.trim().is_empty()),
            "author" => held_to(element, &["name"], &["uri", "email"], &[]),
            "link" => assert!(
                element.attribute("href").is_some_and(|it| !it.is_empty()) && element.attribute("rel").is_some()
            ),
            "category" => assert!(element.attribute("term").is_some_and(|it| !it.is_empty())),
            "content" => assert_eq!(element.attribute("type"), Some("html")),
            "entry" => {
                held_to(element, &["id", "title", "updated", "content"], &[], &["link", "category"]);
                let mut entry = BTreeMap::new();
                for child in element.children().filter(roxmltree::Node::is_element) {
                    let said = child.attribute("href").or_else(|| child.attribute("term")).or(child.text());
                    entry.insert(child.tag_name().name().to_owned(), said.unwrap_or_default().to_owned());
                }
                // RFC 4287, 4.1.1.1: an entry of words needs no link, but what is read elsewhere does.
                assert!(entry.contains_key("link") || entry["category"] == "removed", "{entry:?}");
                entries.push(entry);
            }
            _ => {}
        }
    }
    entries
}

fn entries_of_sample() -> Vec<BTreeMap<String, String>> {
    entries(&site(&sample())["feed.xml"])
}

#[test]
fn the_feed_has_every_change_of_the_edition() {
    let view = sample();
    let files = site(&view);
    let entries = entries(&files["feed.xml"]);
    let changes = view.changes.as_ref().expect("changes");
    let counted = changes.sections.iter().flat_map(|it| &it.groups).map(|it| it.entries.len()).sum::<usize>();
    assert_eq!(entries.len(), 1 + counted);
    assert_eq!(entries[0]["link"], "index.html");
    let changed = &entries[1];
    assert_eq!(changed["title"], "Đã sửa: Khoản 3 Điều 18 Nghị định số 72/2013/NĐ-CP");
    assert_eq!(changed["category"], "changed");
    let said = Html::parse_fragment(&changed["content"]);
    let words = |name: &str| -> String {
        said.select(&Selector::parse(name).expect("a selector")).flat_map(|it| it.text()).collect()
    };
    assert_eq!((words("del"), words("ins")), ("nên".to_owned(), "phảib) báo cáo hằng năm".to_owned()));
    for entry in entries.iter().filter_map(|entry| entry.get("link")) {
        assert!(files.contains_key(entry.split('#').next().unwrap_or_default()), "{entry}");
    }
    let title = &view.words.changes;
    for (path, page) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let root = "../".repeat(path.matches('/').count());
        let named = page.contains(&format!("type=\"application/atom+xml\" title=\"{title}\" href=\"{root}feed.xml\""));
        assert!(named || page.contains("http-equiv=\"refresh\"") || path == "404.html", "{path}");
    }
}

/// The feed of a topic has the changes of its excerpts and of their instruments, and no others.
#[test]
fn each_topic_has_a_feed_of_its_own_changes() {
    for view in [sample(), at_an_address(sample())] {
        let files = site(&view);
        let everything = entries(&files["feed.xml"]);
        let mut ids = BTreeSet::new();
        for topic in &view.web.topics {
            let feed = &files[&format!("chu-de/{}.xml", topic.id)];
            assert!(
                ids.insert(feed.lines().nth(2).unwrap_or_default().to_owned()),
                "{}: the id of another feed",
                topic.id
            );
            let own = entries(feed);
            let titles = |all: &[BTreeMap<String, String>]| -> BTreeSet<String> {
                all.iter().skip(1).map(|entry| entry["title"].clone()).collect()
            };
            assert!(titles(&own).is_subset(&titles(&everything)), "{}", topic.id);
            let has = |title: &str| titles(&own).contains(title);
            assert_eq!(
                has("Đã sửa: Khoản 3 Điều 18 Nghị định số 72/2013/NĐ-CP"),
                topic.id == "mua-sam",
                "{}",
                topic.id
            );
            assert!(!has("Bỏ: Điều 5 Nghị định số 97/2008/NĐ-CP"), "{}: of no topic", topic.id);
            assert!(own[0]["link"].ends_with(&format!("chu-de/{}.html", topic.id)), "{}", own[0]["link"]);
            let page = &files[&format!("chu-de/{}.html", topic.id)];
            assert_eq!(
                page.matches(&format!("href=\"../chu-de/{}.xml\"", topic.id)).count(),
                2,
                "head and page name it"
            );
        }
    }
}

/// An id names the same thing for ever: it does not change with the address, and does with the edition.
#[test]
fn ids_of_the_feed_stay() {
    let ids = |view: &View| -> Vec<String> {
        entries(&site(view)["feed.xml"]).into_iter().map(|mut entry| entry.remove("id").unwrap_or_default()).collect()
    };
    let own = ids(&sample());
    assert_eq!(ids(&at_an_address(sample())), own);
    let mut other = sample();
    other.edition.id = "ipv6-2015".to_owned();
    assert!(ids(&other).iter().all(|id| !own.contains(id)));
    let mut first = sample();
    first.changes = None;
    assert_eq!(ids(&first), own[..1]);
}

// ---- The data files ----

/// As much of JSON Schema as `docs/web-data.schema.json` uses.
fn fits(schema: &Value, root: &Value, value: &Value, at: &str) -> Result<(), String> {
    let wrong = |what: &str| Err(format!("{at}: {what}"));
    for (keyword, wanted) in schema.as_object().expect("a schema") {
        match keyword.as_str() {
            "$ref" => {
                let name = wanted.as_str().and_then(|it| it.strip_prefix("#/$defs/")).expect("a reference");
                fits(&root["$defs"][name], root, value, at)?;
            }
            "type" => {
                let kind = match value {
                    Value::Null => "null",
                    Value::Bool(_) => "boolean",
                    Value::Number(_) => "integer",
                    Value::String(_) => "string",
                    Value::Array(_) => "array",
                    Value::Object(_) => "object",
                };
                let wanted = wanted.as_array().cloned().unwrap_or_else(|| vec![wanted.clone()]);
                if !wanted.iter().any(|it| it == kind) {
                    return wrong(&format!("is {kind}"));
                }
            }
            "const" if wanted != value => return wrong("is another value"),
            "enum" if !wanted.as_array().expect("a list").contains(value) => return wrong("is no such value"),
            "format" => {
                if let Some(day) = value.as_str()
                    && day.parse::<camnang::internals::model::date::Date>().is_err()
                {
                    return wrong("is no day");
                }
            }
            "required" if value.is_object() => {
                for key in wanted.as_array().expect("a list").iter().filter_map(Value::as_str) {
                    if value.is_object() && value.get(key).is_none() {
                        return wrong(&format!("has no `{key}`"));
                    }
                }
            }
            "properties" => {
                for (key, inner) in value.as_object().into_iter().flatten() {
                    match wanted.get(key) {
                        Some(schema) => fits(schema, root, inner, &format!("{at}.{key}"))?,
                        None if schema["additionalProperties"] == false => return wrong(&format!("has `{key}`")),
                        None => {}
                    }
                }
            }
            "items" => {
                for (number, inner) in value.as_array().into_iter().flatten().enumerate() {
                    fits(wanted, root, inner, &format!("{at}[{number}]"))?;
                }
            }
            "const" | "enum" | "required" | "additionalProperties" | "description" => {}
            other => panic!("the test does not know `{other}`"),
        }
    }
    Ok(())
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../../docs/web-data.schema.json")).expect("JSON")
}

#[test]
fn data_files_fit_their_schema() {
    let schema = schema();
    for view in [sample(), at_an_address(sample())] {
        let files = site(&view);
        let index: Value = serde_json::from_str(&files["index.json"]).expect("JSON");
        fits(&schema["$defs"]["index"], &schema, &index, "index.json").unwrap_or_else(|fault| panic!("{fault}"));
        let rows = index["excerpts"].as_array().expect("a list");
        assert_eq!(rows.len(), 12);
        for row in rows {
            let (page, data) = (row["page"].as_str().expect("a page"), row["data"].as_str().expect("data"));
            assert!(files.contains_key(page), "{page}");
            let one: Value = serde_json::from_str(&files[data]).expect("JSON");
            fits(&schema["$defs"]["one"], &schema, &one, data).unwrap_or_else(|fault| panic!("{fault}"));
            for key in ["number", "id", "citation", "title", "status", "topics", "audiences", "wording", "chapter"] {
                let is_empty = row[key].as_array().is_some_and(Vec::is_empty);
                assert_eq!(one["excerpt"][key], if is_empty { Value::Null } else { row[key].clone() }, "{data}: {key}");
            }
            assert_eq!((&one["page"], &one["in_force"]), (&row["page"], &row["in_force"]));
            for key in ["id", "as_of"] {
                assert_eq!(one["edition"][key], index["edition"][key]);
            }
        }
    }
}

/// The excerpt is what the templates get of it, but for what is only of pages and what has no value; the rest is the same as on the page.
#[test]
fn data_say_what_the_page_says() {
    let view = sample();
    let files = site(&view);
    let one: Value = serde_json::from_str(&files["e/nd-72-2013.dieu-18.khoan-3.json"]).expect("JSON");
    let excerpt = &view.parts[0].chapters[0].excerpts[2];
    let own = one["excerpt"].as_object().expect("an object");
    let whole = serde_json::to_value(excerpt).expect("JSON");
    for (key, value) in whole.as_object().expect("an object") {
        let is_empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        match key.as_str() {
            "anchor" | "source_line" | "keep_whole" | "seen_in" | "same_reason_as" => assert!(!own.contains_key(key)),
            "status" => assert_eq!((&own[key]["key"], &own[key]["text"]), (&value["key"], &value["text"])),
            // Nothing but words: every word of it is in the text.
            "body" if !own.contains_key(key) => assert!(!value.to_string().contains("\"kind\":\"table\"")),
            _ if is_empty => assert!(!own.contains_key(key), "{key}"),
            _ => assert_eq!(&own[key], value, "{key}"),
        }
    }
    assert_eq!(one["cites"][0]["id"], "nd-72-2013.dieu-18.khoan-4");
    assert!(one.get("address").is_none());
    assert_eq!(one["in_force"]["since"], "2013-09-01");
    let page = Html::parse_document(&files[EXCERPT]);
    let body = page.select(&Selector::parse(".body").expect("a selector")).next().expect("a body");
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Dashes as an editor types them: pages have those of print.
    let shown = squeezed(&body.text().collect::<String>()).replace('–', "-");
    for line in one["text"].as_str().expect("text").lines().filter(|line| line.len() > 40) {
        let words = squeezed(line);
        let end = words.split(['.', ';', ',']).next().expect("words").to_owned();
        assert!(shown.contains(&end), "{end}");
    }
}

/// The test above would pass on a schema that asks for nothing.
#[test]
fn the_schema_refuses_what_does_not_fit() {
    let schema = schema();
    let files = site(&sample());
    let one: Value = serde_json::from_str(&files["e/nd-72-2013.dieu-18.khoan-3.json"]).expect("JSON");
    let spoiled: [&dyn Fn(&mut Value); 6] = [
        &|one| one["version"] = 1.into(),
        &|one| one["excerpt"]["status"]["key"] = "valid".into(),
        &|one| one["in_force"]["since"] = "01/09/2013".into(),
        &|one| one["surplus"] = Value::Null,
        &|one| drop(one["excerpt"].as_object_mut().expect("an object").shift_remove("sources")),
        &|one| one["excerpt"]["body"]["blocks"][0]["kind"] = "script".into(),
    ];
    for (number, spoil) in spoiled.iter().enumerate() {
        let mut wrong = one.clone();
        spoil(&mut wrong);
        assert!(fits(&schema["$defs"]["one"], &schema, &wrong, "one").is_err(), "{number}");
    }
}
