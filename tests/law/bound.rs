//! Whom the duties of the real corpus bind, against a table made by hand from the clauses and not from the program:
//! `tests/truth/duties.tsv`, one row for each day of an edition and each duty in force on it, one column for each of six
//! audiences (the way and the audience through which it binds, `-` where it does not), then whom the clause names. A new
//! duty needs a row; nothing here is ever accepted from what the program says. Pages, checklists and copies agree with it.

use crate::support::{as_typed, uncut};

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use camnang::internals::assemble::duties::{Duty, bound, in_force, of_excerpt};
use camnang::internals::assemble::{Booklet, assemble};
use camnang::internals::diag::Sink;
use camnang::internals::language::vi::capacities::heading;
use camnang::internals::model::capacity::Capacity;
use camnang::internals::model::corpus::Corpus;
use camnang::internals::model::date::Date;
use camnang::internals::model::edition::Edition;
use camnang::internals::model::excerpt::Excerpt;
use camnang::internals::model::time::{Knowledge, ValidityQuery};
use camnang::internals::model::validity::ValidityKind;
use camnang::internals::session::{self, OpenedCorpus};
use camnang::internals::view::{self, DutyGroup};
use scraper::{ElementRef, Html, Selector};

/// The duties of an audience: the sentences, each with the way and the audience through which.
type Answer = BTreeSet<(String, String)>;

struct Truth {
    audiences: Vec<String>,
    /// By day and duty: the answers in the order of the audiences.
    rows: BTreeMap<(Date, String), Vec<String>>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn truth() -> Truth {
    let text = fs::read_to_string(root().join("tests/truth/duties.tsv")).unwrap();
    let mut lines = text.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let head = lines.next().unwrap();
    let audiences: Vec<String> = head[2..head.len() - 1].iter().map(|id| (*id).to_owned()).collect();
    let mut rows = BTreeMap::new();
    for cells in lines {
        assert_eq!(cells.len(), head.len(), "{cells:?}");
        assert!(!cells[head.len() - 1].is_empty(), "{} is traced to nothing", cells[1]);
        let answers = cells[2..cells.len() - 1].iter().map(|cell| (*cell).to_owned()).collect();
        let former = rows.insert((cells[0].parse().unwrap(), cells[1].to_owned()), answers);
        assert!(former.is_none(), "{} stands twice", cells[1]);
    }
    Truth { audiences, rows }
}

fn opened() -> OpenedCorpus {
    session::open(&root().join("corpus")).unwrap()
}

fn words(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    as_typed::as_typed(&words.replace(['\u{a0}', '\u{202f}'], " "))
}

/// `Cơ quan nhà nước phải báo cáo`, by `nd-1-2030.dieu-1#1`.
fn sentences(corpus: &Corpus) -> BTreeMap<String, String> {
    let mut sentences = BTreeMap::new();
    for excerpt in corpus.excerpts() {
        for (duty, number) in excerpt.obligations.iter().zip(1..) {
            let verb = &corpus.vocabulary().level(&duty.level).unwrap().verb;
            let sentence = words(&format!("{} {verb} {}", duty.who, duty.what));
            sentences.insert(format!("{}#{number}", excerpt.id), sentence);
        }
    }
    sentences
}

/// What the table says of an audience on a day, in sentences.
fn expected(truth: &Truth, sentences: &BTreeMap<String, String>, day: Date, audience: &str) -> Answer {
    let at = truth.audiences.iter().position(|id| id == audience).unwrap();
    let rows = truth.rows.iter().filter(|((on, _), answers)| *on == day && answers[at] != "-");
    rows.map(|((_, duty), answers)| (answers[at].clone(), sentences[duty].clone())).collect()
}

fn edition(corpus: &Corpus, day: Date) -> &Edition {
    corpus.editions().find(|edition| edition.as_of == day).unwrap_or_else(|| panic!("no edition is of {day}"))
}

fn days(truth: &Truth) -> BTreeSet<Date> {
    truth.rows.keys().map(|(day, _)| *day).collect()
}

/// None is missing, and none is there that does not bind.
#[test]
fn the_function_agrees_with_the_table() {
    let (truth, opened) = (truth(), opened());
    let corpus = &opened.corpus;
    let mut wrong = Vec::new();
    for day in days(&truth) {
        let duties = in_force(corpus, ValidityQuery::as_of(day));
        let name = |duty: &Duty<'_>| format!("{}#{}", duty.excerpt.id, duty.at + 1);
        let there: BTreeSet<String> = duties.iter().map(name).collect();
        let rows: BTreeSet<String> =
            truth.rows.keys().filter(|(on, _)| *on == day).map(|(_, duty)| duty.clone()).collect();
        wrong.extend(there.difference(&rows).map(|duty| format!("{day}: {duty} has no row")));
        wrong.extend(rows.difference(&there).map(|duty| format!("{day}: {duty} is not in force")));
        for (at, audience) in truth.audiences.iter().enumerate() {
            let audience = corpus.vocabulary().audience(&audience.parse().unwrap()).unwrap();
            let answer = bound(corpus.vocabulary(), &duties, audience, ValidityQuery::as_of(day));
            let mut found: BTreeMap<String, String> = BTreeMap::new();
            for group in &answer.by_capacity {
                let cell = cell(group.capacity.way.key(), group.capacity.audience.id.as_str());
                for duty in &group.duties {
                    let former = found.insert(name(duty), cell.clone());
                    assert!(former.is_none(), "{} binds {} twice", name(duty), audience.id);
                }
            }
            for duty in &rows {
                let (says, is) = (&truth.rows[&(day, duty.clone())][at], found.get(duty).map_or("-", String::as_str));
                if says != is {
                    wrong.push(format!("{day}: {duty} binds {} `{is}`, the clause says `{says}`", audience.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// As the table writes it.
fn cell(way: &str, through: &str) -> String {
    if way == "own" { way.to_owned() } else { format!("{way} {through}") }
}

fn of_groups(groups: &[DutyGroup], audience: &str) -> Answer {
    let group = groups.iter().find(|group| group.audience.key == audience).unwrap();
    let sections = group.sections.iter().flat_map(|section| {
        let through = section.capacity.as_ref().map_or("own".to_owned(), |it| cell(&it.way, &it.audience));
        section
            .duties
            .iter()
            .map(move |duty| (through.clone(), words(&format!("{} {} {}", duty.who, duty.verb, duty.what))))
    });
    sections.collect()
}

fn booklet<'c>(corpus: &'c Corpus, day: Date) -> Booklet<'c> {
    assemble(corpus, edition(corpus, day), day, &mut Sink::new())
}

/// The table of responsibilities, the checklist and the copy for one audience.
#[test]
fn lists_and_copies_agree_with_the_table() {
    let (truth, opened) = (truth(), opened());
    let sentences = sentences(&opened.corpus);
    for day in days(&truth) {
        let mut booklet = booklet(&opened.corpus, day);
        for copy in [false, true] {
            for audience in &truth.audiences {
                booklet.audiences = if copy { vec![audience.parse().unwrap()] } else { Vec::new() };
                let view = view::build(&booklet, "");
                let expected = expected(&truth, &sentences, day, audience);
                let lists = [
                    ("checklist", &view.contents.checklists.as_ref().unwrap().groups),
                    ("responsibilities", &view.contents.responsibilities.as_ref().unwrap().groups),
                ];
                for (name, groups) in lists {
                    assert_eq!(of_groups(groups, audience), expected, "{day} {audience} {name}, copy: {copy}");
                    assert!(!copy || groups.len() == 1, "a copy for {audience} lists others");
                }
                let form = &view.contents.report_form.as_ref().unwrap().groups;
                for group in form.iter().filter(|group| group.audience.key == *audience) {
                    let asked = of_groups(form, audience);
                    assert!(asked.is_subset(&expected) && !asked.is_empty(), "{day} {audience}: {}", group.anchor);
                }
            }
        }
    }
}

fn build(output: &Path) {
    let mut camnang = Command::new(env!("CARGO_BIN_EXE_camnang"));
    camnang.current_dir(root()).args(["build", "--only", "html", "--output"]).arg(output);
    let run = camnang.output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

fn page(path: PathBuf) -> Html {
    Html::parse_document(&uncut::read(&path))
}

fn text(element: ElementRef<'_>) -> String {
    words(&element.text().collect::<String>())
}

/// Headings and items of a list of duties, in their order.
fn shown(page: &Html, within: &str) -> Vec<(String, String)> {
    let mut heading = "Của riêng bạn".to_owned();
    let mut found = Vec::new();
    let items = Selector::parse(&format!("{within} .capacity > :is(h2, h3, h4), {within} li")).unwrap();
    let terms = Selector::parse(".terms, .tally").unwrap();
    for element in page.select(&items) {
        let more = element.select(&terms).next().map(text).unwrap_or_default();
        let said = text(element);
        let said = said.strip_suffix(&more).unwrap_or(&said).trim().to_owned();
        if element.value().name() == "li" {
            found.push((heading.clone(), said));
        } else {
            heading = said;
        }
    }
    found
}

/// What a reader of the web sees: the page of the audience, and its checklist.
#[test]
fn pages_agree_with_the_table() {
    let (truth, opened) = (truth(), opened());
    let corpus = &opened.corpus;
    let sentences = sentences(corpus);
    let output = tempfile::tempdir().unwrap();
    build(output.path());
    for day in days(&truth) {
        let site = output.path().join(edition(corpus, day).id.as_str()).join("html");
        let checklists = page(site.join("viec-can-lam.html"));
        let as_of = text(checklists.select(&Selector::parse(".as-of time").unwrap()).next().unwrap());
        assert!(as_of.ends_with(&day.short()), "{as_of}: a page without a script says what it is as of");
        for audience in &truth.audiences {
            let expected = expected(&truth, &sentences, day, audience);
            let named = |through: &str| heading_of(corpus, audience, through, day);
            let mut wanted: Vec<(String, String)> =
                expected.into_iter().map(|(through, sentence)| (named(&through), sentence)).collect();
            wanted.sort();
            let own = page(site.join(format!("doi-tuong/{audience}.html")));
            for (name, mut shown) in [
                ("page", shown(&own, "section.checklist:not(.other-days)")),
                ("checklist", shown(&checklists, &format!("#viec-{audience}"))),
            ] {
                shown.sort();
                assert_eq!(shown, wanted, "{day} {audience} {name}");
            }
        }
        // The Sở learns why: as a state agency, and from 01/07/2026 as the specialised unit of its province.
        let so = page(site.join("doi-tuong/so.html"));
        let headings: BTreeSet<String> =
            shown(&so, "section.checklist:not(.other-days)").into_iter().map(|(heading, _)| heading).collect();
        assert!(headings.contains("Với tư cách cơ quan nhà nước"), "{headings:?}");
        let is_unit = headings.iter().any(|heading| heading.contains("đơn vị chuyên trách"));
        assert_eq!(is_unit, day >= "2026-07-01".parse().unwrap(), "{headings:?}");
        let reasons = text(so.root_element());
        assert_eq!(reasons.contains("theo khoản 6 Điều 85 Nghị định số 224/2026/NĐ-CP"), is_unit);
    }
}

/// `Với tư cách cơ quan nhà nước`, for `as co-quan-nha-nuoc`.
fn heading_of(corpus: &Corpus, audience: &str, through: &str, day: Date) -> String {
    let all = corpus.vocabulary().capacities(&audience.parse().unwrap(), ValidityQuery::as_of(day));
    let is = |it: &&Capacity<'_>| cell(it.way.key(), it.audience.id.as_str()) == through;
    all.iter().find(is).map(heading).unwrap_or_else(|| panic!("{audience} is bound by nothing as {through}"))
}

/// Checklists have each duty in full once; what comes again has its words, its day and its proof, and leads there.
#[test]
fn checklists_have_each_duty_in_full_once() {
    let output = tempfile::tempdir().unwrap();
    build(output.path());
    let all = |element: ElementRef<'_>, selector: &str| -> Vec<String> {
        element.select(&Selector::parse(selector).unwrap()).map(text).collect()
    };
    for edition in ["ipv6", "ipv6-2014"] {
        let path = output.path().join(edition).join("html/viec-can-lam.html");
        let page = page(path.clone());
        let items = Selector::parse("section.checklist:not(.other-days) li.duty").unwrap();
        // A list to jump may lead to any item: such an id says nothing of it.
        let is_full = |item: &ElementRef<'_>| item.value().id().is_some_and(|id| !id.starts_with("muc_"));
        let (full, again): (Vec<_>, Vec<_>) = page.select(&items).partition(is_full);
        let by_id: BTreeMap<String, ElementRef<'_>> =
            full.iter().map(|item| (format!("#{}", item.value().id().unwrap()), *item)).collect();
        let sentences: BTreeSet<String> = full.iter().map(|item| text(*item)).collect();
        assert!(sentences.len() == full.len() && again.len() > 2 * full.len(), "{} and {}", full.len(), again.len());
        for item in again {
            let leads = Selector::parse("a").unwrap();
            let links: Vec<&str> = item.select(&leads).filter_map(|link| link.value().attr("href")).collect();
            let [link] = links[..] else { panic!("{links:?}") };
            let first = by_id[link];
            for part in ["b", "em", ".deadline", ".evidence", ".doubt"] {
                let (here, there) = (all(item, part), all(first, part));
                assert!(
                    part == "b" && here.iter().all(|text| there.contains(text)) || here == there,
                    "{part}: {here:?}"
                );
            }
            assert!(all(first, "a").contains(&all(item, "a")[0]), "the provision is another");
        }
        let size = uncut::read(&path).len();
        assert!(size < 480_000, "{edition}: {size} octets");
    }
}

/// The items of a list: those that it has, and those that it names of the page's template.
fn items<'p>(list: ElementRef<'p>, template: &[ElementRef<'p>]) -> Vec<ElementRef<'p>> {
    let named = list.value().attr("data-duties").into_iter().flat_map(str::split_whitespace);
    let named = named.map(|place| template[place.parse::<usize>().unwrap()]);
    named.chain(list.select(&Selector::parse("li.duty").unwrap())).collect()
}

/// What a page shows with `?ngay=`: of the lists that are of the day, the duties that are in force on it.
fn shown_on(page: &Html, booklet: &Booklet<'_>, asked: ValidityQuery) -> BTreeSet<(String, String)> {
    let lists = Selector::parse("section.checklist").unwrap();
    let parts = Selector::parse(".capacity > :is(h2, h3, h4), ul").unwrap();
    // What a template holds is below a fragment, where no selector of its ancestors reaches.
    let template = Selector::parse("template.other-duties").unwrap();
    let within = page.select(&template).flat_map(|template| template.descendants().filter_map(ElementRef::wrap));
    let template: Vec<_> = within.filter(|element| element.value().name() == "li").collect();
    let terms = Selector::parse(".terms, .tally").unwrap();
    let said = |element: ElementRef<'_>| {
        let more = element.select(&terms).next().map(text).unwrap_or_default();
        text(element).strip_suffix(&more).unwrap().trim().to_owned()
    };
    let printed: Vec<_> = booklet.excerpts().collect();
    let (day, mut found) = (asked.on.to_string(), BTreeSet::new());
    for list in page.select(&lists) {
        let (from, until) = (list.value().attr("data-from"), list.value().attr("data-until"));
        if from.is_some_and(|from| day.as_str() < from) || until.is_some_and(|until| until <= day.as_str()) {
            continue;
        }
        let mut heading = "Của riêng bạn".to_owned();
        for part in list.select(&parts) {
            if part.value().name() != "ul" {
                heading = said(part);
            }
            for item in items(part, &template) {
                let (number, said) = (item.value().attr("data-excerpt").unwrap(), said(item));
                let excerpt = printed[number.parse::<usize>().unwrap() - 1];
                if booklet.corpus.excerpt_validity(excerpt, asked).kind == ValidityKind::InForce {
                    assert!(found.insert((heading.clone(), said.clone())), "{day}: {said} is there twice");
                }
            }
        }
    }
    found
}

/// Who is whom is that of the chosen day too, as far as was known on the edition's.
#[test]
fn lists_of_other_days_are_of_who_is_whom_on_them() {
    let opened = opened();
    let (corpus, vocabulary) = (&opened.corpus, opened.corpus.vocabulary());
    let sentences = sentences(corpus);
    let output = tempfile::tempdir().unwrap();
    build(output.path());
    let mut compared = 0;
    for own in days(&truth()) {
        let booklet = booklet(corpus, own);
        let site = output.path().join(booklet.edition.id.as_str()).join("html/doi-tuong");
        for audience in vocabulary.audiences.iter().filter(|it| site.join(format!("{}.html", it.id)).exists()) {
            let page = page(site.join(format!("{}.html", audience.id)));
            for day in
                ["2010-01-01", "2014-01-31", "2019-01-01", "2025-01-01", "2026-06-30", "2026-07-01", "2027-06-01"]
            {
                let asked = ValidityQuery { on: day.parse().unwrap(), knowledge: Knowledge::Of(own) };
                let is_law = |excerpt: &&Excerpt| corpus.excerpt_validity(excerpt, asked).kind == ValidityKind::InForce;
                let duties: Vec<_> = booklet.excerpts().filter(is_law).flat_map(of_excerpt).collect();
                let bound = bound(vocabulary, &duties, audience, asked);
                let wanted: BTreeSet<(String, String)> = bound
                    .by_capacity
                    .iter()
                    .flat_map(|group| {
                        group.duties.iter().map(|duty| (heading(&group.capacity), sentence(&sentences, duty)))
                    })
                    .collect();
                let shown = shown_on(&page, &booklet, asked);
                if bound.are_special() {
                    assert_eq!(shown, wanted, "{}, {own}: {} on {day}", booklet.edition.id, audience.id);
                    compared += wanted.len();
                }
                assert!(shown.is_subset(&wanted), "{}: {} on {day}", booklet.edition.id, audience.id);
            }
        }
    }
    assert!(compared > 1000, "{compared}");
}

fn sentence(sentences: &BTreeMap<String, String>, duty: &Duty<'_>) -> String {
    sentences[&format!("{}#{}", duty.excerpt.id, duty.at + 1)].clone()
}

/// A duty of ministries alone is in no list of a Sở, and a duty of a Sở alone in none of a ministry.
#[test]
fn no_list_has_what_binds_others() {
    let (truth, opened) = (truth(), opened());
    let corpus = &opened.corpus;
    let mut compared = 0;
    for day in days(&truth) {
        let duties = in_force(corpus, ValidityQuery::as_of(day));
        let of = |id: &str| {
            let audience = corpus.vocabulary().audience(&id.parse().unwrap()).unwrap();
            let bound = bound(corpus.vocabulary(), &duties, audience, ValidityQuery::as_of(day));
            bound.all().map(Duty::key).collect::<BTreeSet<_>>()
        };
        let names =
            |duty: &&Duty<'_>, id: &str| duty.obligation.audiences.iter().all(|audience| audience.as_str() == id);
        for (one, other) in [("co-quan-trung-uong", "so"), ("so", "co-quan-trung-uong"), ("ubnd-tinh", "so")] {
            let only: Vec<_> = duties.iter().filter(|duty| names(duty, one)).collect();
            compared += only.len();
            let listed = of(other);
            assert!(only.iter().all(|duty| !listed.contains(&duty.key())), "{day}: {other} has what binds {one} alone");
        }
    }
    assert!(compared > 5, "{compared}");
}

/// The list for a clerk: each duty with its day, its place, its proof, and through what it binds.
#[test]
fn the_list_for_excel_has_what_a_clerk_sorts_by() {
    let mut camnang = Command::new(env!("CARGO_BIN_EXE_camnang"));
    let run = camnang.current_dir(root()).args(["list", "duties", "--audience", "so", "--format", "csv"]).output();
    let text = String::from_utf8(run.unwrap().stdout).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        lines[0],
        "Đối tượng,Việc,Loại,Thời hạn,Ngày tới hạn kế tiếp,Chỗ,Văn bản,Minh chứng,Ràng buộc qua,Trích dẫn,Mức chắc chắn"
    );
    let table = truth();
    let so = table.audiences.iter().position(|id| id == "so").unwrap();
    let last = *days(&table).last().unwrap();
    let binding = table.rows.iter().filter(|((day, _), answers)| *day == last && answers[so] != "-");
    assert_eq!(lines.len() - 1, binding.count());
    let line = |id: &str| *lines.iter().find(|line| line.contains(&format!(",{id},"))).unwrap();
    assert!(line("tt-06-2026.dieu-11.khoan-1.diem-a").contains(",2027-01-31,Điểm a khoản 1 Điều 11,"));
    assert!(line("nd-224-2026.dieu-11.khoan-1").contains(",nghĩa vụ,không nêu,,Khoản 1 Điều 11,"));
    assert!(line("nd-224-2026.dieu-11.khoan-4").contains(",Bắt đầu: "), "a start is no deadline");
}
