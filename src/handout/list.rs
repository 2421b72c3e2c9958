//! The list of departments that an office makes in Excel: CSV, one department a row.
//!
//! CSV because Excel writes it and everything reads it; YAML needs an editor's program. The separator is that of the first
//! line (`,` `;` or tab), UTF-8 with or without a mark and UTF-16 are read, and everything else is strict.

use std::collections::BTreeMap;

use super::recipients::Recipient;
use crate::characters::{self, is_hidden, legacy, words};
use crate::diag::Bilingual;
use crate::diag::advice::nearest;
use crate::handout::messages::{self, FaultWords};
use crate::model::corpus::Corpus;
use crate::model::department::Department;
use crate::model::ids::{AudienceId, DepartmentId};
use crate::syntax::record::suggest_id;

/// One thing that is wrong with the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListFault {
    /// Counted from 1.
    pub line: u64,
    pub message: Bilingual,
    /// What to write instead.
    pub help: Bilingual,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Column {
    Id,
    Name,
    Place,
    Email,
    Address,
    Audiences,
}

/// The columns, as a list may call them.
const COLUMNS: [(Column, &[&str]); 6] = [
    (Column::Id, &["id", "mã"]),
    (Column::Name, &["name", "tên"]),
    (Column::Place, &["place", "địa bàn"]),
    (Column::Email, &["email", "thư điện tử"]),
    (Column::Address, &["address", "địa chỉ"]),
    (Column::Audiences, &["audiences", "đối tượng"]),
];

/// Reads a list. A department of the corpus needs no name and no place in it.
///
/// # Errors
/// Everything that is wrong, in the order of the lines.
pub fn read(bytes: &[u8], corpus: &Corpus) -> Result<Vec<Recipient>, Vec<ListFault>> {
    let mut reading = Reading { corpus, faults: Vec::new(), seen: BTreeMap::new() };
    let recipients = match decode(bytes) {
        Some(text) => match legacy::find(&text) {
            Some(found) => {
                let line = text.get(..found.line.start).unwrap_or_default().matches('\n').count() as u64 + 1;
                reading.fault(line, messages::list_old_encoding(found.legacy.name(), &found.meant));
                Vec::new()
            }
            None => reading.table(&text),
        },
        None => {
            reading.fault(1, messages::list_not_utf8());
            Vec::new()
        }
    };
    if reading.faults.is_empty() { Ok(recipients) } else { Err(reading.faults) }
}

fn decode(bytes: &[u8]) -> Option<String> {
    let utf16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, odd) = rest.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
        odd.is_empty().then(|| String::from_utf16(&units).ok()).flatten()
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        bytes => String::from_utf8(bytes.to_vec()).ok()?,
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    // Spaces that do not break and their like are read as plain ones: nobody sees them in Excel.
    let as_it_is = legacy::find(text).is_some();
    Some(if as_it_is { text.to_owned() } else { characters::read(text).0 })
}

/// Returns the separator of cells: the one of three that the first line has most of.
fn separator(head: &str) -> u8 {
    let count = |separator: u8| head.bytes().filter(|byte| *byte == separator).count();
    // Of two that are as frequent, the rarer in words: it comes later.
    let present = b",\t;".iter().copied().filter(|separator| count(*separator) > 0);
    present.max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

struct Reading<'c> {
    corpus: &'c Corpus,
    faults: Vec<ListFault>,
    /// The line of each id.
    seen: BTreeMap<DepartmentId, u64>,
}

impl Reading<'_> {
    fn fault(&mut self, line: u64, (message, help): FaultWords) {
        self.faults.push(ListFault { line, message, help });
    }

    fn table(&mut self, text: &str) -> Vec<Recipient> {
        // Excel writes this line to state the separator.
        let (text, before) = match text.split_once('\n') {
            Some((first, rest)) if first.to_lowercase().starts_with("sep=") => (rest, 1),
            _ => (text, 0),
        };
        let separator = separator(text.lines().find(|line| !line.trim().is_empty()).unwrap_or(""));
        let mut table = csv::ReaderBuilder::new();
        let mut table = table.delimiter(separator).flexible(true).has_headers(false).from_reader(text.as_bytes());
        // A string has no bytes that are no letters, and memory does not fail: there are no errors to lose here.
        let rows = table.records().filter_map(Result::ok).map(|row| {
            let line = row.position().map_or(1, |position| position.line()) + before;
            (line, row.iter().map(tidy).collect::<Vec<String>>())
        });
        let mut rows = rows.filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
        let Some((line, head)) = rows.next() else {
            self.fault(1, messages::list_empty());
            return Vec::new();
        };
        let columns = self.columns(line, &head);
        if !self.faults.is_empty() {
            return Vec::new();
        }
        let recipients: Vec<Recipient> = rows.filter_map(|(line, cells)| self.row(line, &columns, &cells)).collect();
        if recipients.is_empty() && self.faults.is_empty() {
            self.fault(line, messages::list_empty());
        }
        recipients
    }

    fn columns(&mut self, line: u64, head: &[String]) -> Vec<Option<Column>> {
        let mut columns: Vec<Option<Column>> = Vec::new();
        for cell in head {
            let name = cell.to_lowercase();
            let found = COLUMNS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column);
            match found {
                Some(column) if columns.contains(&Some(column)) => self.fault(line, messages::list_column_twice(cell)),
                None if !cell.is_empty() => {
                    let all: Vec<&str> = COLUMNS.iter().filter_map(|(_, names)| names.first().copied()).collect();
                    let every = COLUMNS.iter().flat_map(|(_, names)| names.iter().copied());
                    self.fault(line, messages::list_column(cell, nearest(&name, every), &all));
                }
                Some(_) | None => {}
            }
            columns.push(found);
        }
        if !columns.contains(&Some(Column::Id)) && self.faults.is_empty() {
            self.fault(line, messages::list_no_id_column());
        }
        columns
    }

    fn row(&mut self, line: u64, columns: &[Option<Column>], cells: &[String]) -> Option<Recipient> {
        let faults = self.faults.len();
        let used = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        if used > columns.len() {
            self.fault(line, messages::list_too_wide(used, columns.len()));
            return None;
        }
        if let Some(character) = cells.iter().flat_map(|cell| cell.chars()).find(|c| is_hidden(*c)) {
            self.fault(line, messages::list_control(character));
        }
        for (cell, found) in
            cells.iter().flat_map(|cell| words::faults(cell).into_iter().map(move |found| (cell, found)))
        {
            self.fault(line, messages::list_word(cell.get(found.range).unwrap_or_default(), &found.fault));
        }
        let cell = |wanted: Column| {
            let index = columns.iter().position(|column| *column == Some(wanted))?;
            cells.get(index).map(String::as_str).filter(|cell| !cell.is_empty())
        };
        let id = self.id(line, cell(Column::Id).unwrap_or(""));
        let known = id.as_ref().and_then(|id| department(self.corpus, id));
        let name = cell(Column::Name).or(known.map(|known| known.name.as_str()));
        if let (Some(id), None) = (&id, name) {
            let all = self.corpus.departments().iter().flat_map(|group| &group.departments).map(|one| one.id.as_str());
            self.fault(line, messages::list_no_name(id.as_str(), nearest(id.as_str(), all)));
        }
        let email = cell(Column::Email);
        if let Some(email) = email.filter(|email| !is_email(email)) {
            self.fault(line, messages::list_bad_email(email));
        }
        let audiences = self.audiences(line, cell(Column::Audiences).unwrap_or(""));
        let address = cell(Column::Address).unwrap_or("").split(['|', '\n']).map(str::trim);
        let recipient = Recipient {
            id: id?,
            name: one_line(name?),
            place: cell(Column::Place).or(known.map(|known| known.place.as_str())).map(one_line),
            email: email.map(str::to_owned),
            address_lines: address.filter(|line| !line.is_empty()).map(one_line).collect(),
            audiences,
        };
        (self.faults.len() == faults).then_some(recipient)
    }

    fn id(&mut self, line: u64, cell: &str) -> Option<DepartmentId> {
        let Ok(id) = cell.parse::<DepartmentId>() else {
            self.fault(line, messages::list_bad_id(cell, &suggest_id(cell)));
            return None;
        };
        if let Some(earlier) = self.seen.insert(id.clone(), line) {
            self.fault(line, messages::list_id_twice(cell, earlier));
        }
        Some(id)
    }

    /// Ids of audiences, parted by whatever is no part of an id; in the order of the vocabulary, each once.
    fn audiences(&mut self, line: u64, cell: &str) -> Vec<AudienceId> {
        let vocabulary = self.corpus.vocabulary();
        let all: Vec<&str> = vocabulary.audiences.iter().map(|audience| audience.id.as_str()).collect();
        let wanted: Vec<&str> = cell.split([' ', '\n', ',', ';', '|', '+']).filter(|id| !id.is_empty()).collect();
        for id in wanted.iter().filter(|id| !all.contains(*id)) {
            self.fault(line, messages::list_no_audience(id, nearest(id, all.iter().copied()), &all));
        }
        let chosen = vocabulary.audiences.iter().filter(|audience| wanted.contains(&audience.id.as_str()));
        chosen.map(|audience| audience.id.clone()).collect()
    }
}

fn department<'c>(corpus: &'c Corpus, id: &DepartmentId) -> Option<&'c Department> {
    corpus.departments().iter().flat_map(|group| &group.departments).find(|department| department.id == *id)
}

/// Without white space at the ends; lines end with LF.
fn tidy(cell: &str) -> String {
    cell.replace("\r\n", "\n").trim_matches(|c: char| c.is_whitespace()).to_owned()
}

fn one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether this can be one address; whether there is such a mailbox only sending shows.
fn is_email(text: &str) -> bool {
    let sound = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.ends_with('.') && !part.contains("..");
    let foreign = |c: char| c.is_whitespace() || c.is_control() || matches!(c, ',' | ';' | '<' | '>' | '"' | '(' | ')');
    text.split_once('@').is_some_and(|(local, domain)| {
        sound(local) && sound(domain) && domain.contains('.') && !domain.contains('@') && !text.contains(foreign)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::corpus::Records;

    #[test]
    fn separators_are_those_of_the_first_line() {
        assert_eq!(separator("id,name"), b',');
        assert_eq!(separator("id;name, tên"), b';');
        assert_eq!(separator("id\tname"), b'\t');
        assert_eq!(separator("id"), b',');
    }

    #[test]
    fn addresses() {
        for good in ["van-thu@so.example.vn", "a.b+c@example.vn"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["a", "a@b", "@b.vn", "a@", "a b@c.vn", "a@c.vn,b@c.vn", "a@@c.vn", "A <a@c.vn>", "a@.vn", "a@c..vn"]
        {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn what_excel_writes_is_read() {
        let text = "id;name\r\n1;Sở Ế\r\n";
        let le: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let be: Vec<u8> = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let marked = ["\u{feff}".as_bytes(), text.as_bytes()].concat();
        let decomposed = icu_normalizer::DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned();
        for bytes in [&le, &be, &marked, &text.as_bytes().to_vec(), &decomposed.into_bytes()] {
            assert_eq!(decode(bytes).as_deref(), Some(text));
        }
        assert_eq!(decode(b"id;S\xf4"), None);
        assert_eq!(decode(b"\xff\xfea"), None);
    }

    #[test]
    fn what_the_eye_does_not_see_is_reported() {
        let corpus = Corpus::new(Records::default());
        let fault = |name: &str| {
            let list = format!("id;name\r\nso-a;{name}\r\n");
            read(list.as_bytes(), &corpus).map(|all| all[0].name.clone()).map_err(|faults| faults[0].message.en.clone())
        };
        assert_eq!(fault("Sở\u{a0}A\u{200b}").as_deref(), Ok("Sở A"));
        for (name, says) in [
            ("Sở \u{202e}A", "U+202E RIGHT-TO-LEFT OVERRIDE"),
            ("Sở \u{7}A", "U+0007 BELL"),
            ("Sở А", "«А»"),
            ("Sở ＡＢ", "«ＡＢ»"),
            ("Sở a\u{301}\u{302}\u{303}\u{304}", "marks"),
            ("Së Th«ng tin vµ TruyÒn th«ng", "TCVN3"),
        ] {
            let said = fault(name).unwrap_err();
            assert!(said.contains(says), "{said}");
        }
    }
}
