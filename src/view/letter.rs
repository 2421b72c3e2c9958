//! The letter that goes with a copy, laid out as Decree 30/2020/NĐ-CP has it for a công văn: `/letter.json`. All of its
//! words are computed here; what nobody has said is a dotted blank.

use serde::Serialize;

use super::{CopyView, EditionView};
use crate::language::vi::copies;
use crate::model::date::Date;
use crate::model::letter::LetterSettings;

/// The official letter that goes with a copy.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct LetterView {
    pub language: String,
    /// Title of the file.
    pub title: String,
    /// The day of the file's own record, ISO 8601: that of the letter, or that of the edition where it is blank.
    pub file_date: String,
    /// In capitals, as all that is so printed: `BỘ …`.
    pub parent: Option<String>,
    pub issuer: String,
    /// `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`
    pub nation: String,
    pub motto: String,
    /// `Số: 12/TTA-KT`
    pub number_line: String,
    /// `V/v gửi …`
    pub subject_line: String,
    /// `Hà Nội, ngày 05 tháng 01 năm 2030`
    pub place_date_line: String,
    /// `Kính gửi:`
    pub to_label: String,
    pub to: String,
    pub to_lines: Vec<String>,
    pub paragraphs: Vec<String>,
    /// The heading of the facts of the copy's file, by which it is verified; each row has a label and a value.
    pub enclosure_title: String,
    pub enclosure: Vec<EnclosureRow>,
    /// `Nơi nhận:`
    pub recipients_label: String,
    pub recipients: Vec<String>,
    /// Above the name: on whose behalf, and as what. In capitals.
    pub signature: Vec<String>,
    pub signer: String,
}

/// A name and a value in the table of what comes with the letter.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct EnclosureRow {
    pub label: String,
    pub value: String,
    /// A row of hex digits, to be compared letter by letter.
    pub code: bool,
}

/// The file that the letter goes with.
pub struct Enclosure<'a> {
    /// `ipv6-so-a.pdf`
    pub file: &'a str,
    pub bytes: u64,
    pub pages: usize,
    pub sha256: &'a str,
    /// The full booklet that goes with one that leaves something out.
    pub full: Option<FullEnclosure<'a>>,
}

/// The full booklet beside the one that the letter goes with.
pub struct FullEnclosure<'a> {
    /// `ipv6-day-du.pdf`
    pub file: &'a str,
    pub bytes: u64,
    pub sha256: &'a str,
}

impl LetterView {
    /// `date` replaces the day of the settings.
    pub fn new(edition: &EditionView, copy: &CopyView, settings: &LetterSettings, date: Option<Date>) -> Self {
        let issuer = settings.issuer.as_ref().unwrap_or(&edition.issuer.name);
        // A parent of the edition's issuer says nothing of another body.
        let parent = match &settings.issuer {
            None => settings.parent.as_ref().or(edition.issuer.parent.as_ref()),
            Some(_) => settings.parent.as_ref(),
        };
        let place = settings.place.as_ref().or(edition.issuer.place.as_ref());
        let blank = || copies::BLANK.to_owned();
        let position = settings.position.as_ref().map_or_else(blank, |position| copies::in_capitals(position));
        let body = match settings.paragraphs.as_slice() {
            [] => vec![copies::letter_notice(&edition.as_of.long)],
            own => own.to_vec(),
        };
        let sent =
            copies::letter_sends(issuer, &copy.name, &edition.title, edition.label.as_deref(), &edition.as_of.long);
        LetterView {
            language: "vi".to_owned(),
            title: copies::letter_title(&edition.title, &copy.name),
            file_date: date.or(settings.date).map_or_else(|| edition.as_of.iso.clone(), |date| date.to_string()),
            parent: parent.map(|parent| copies::in_capitals(parent)),
            issuer: copies::in_capitals(issuer),
            nation: copies::NATION.to_owned(),
            motto: copies::MOTTO.to_owned(),
            number_line: copies::number_line(settings.number.as_deref()),
            subject_line: copies::subject_line(settings.subject.as_deref(), &edition.title),
            place_date_line: copies::place_date_line(place.map(String::as_str), date.or(settings.date)),
            to_label: copies::TO.to_owned(),
            to: copy.name.clone(),
            to_lines: copy.address_lines.clone(),
            paragraphs: [sent].into_iter().chain(body).collect(),
            enclosure_title: copies::ENCLOSURE.to_owned(),
            enclosure: Vec::new(),
            recipients_label: copies::RECIPIENTS.to_owned(),
            recipients: copies::recipients(&settings.recipients),
            signature: settings.authority.iter().map(|words| copies::in_capitals(words)).chain([position]).collect(),
            signer: settings.signer.clone().unwrap_or_else(blank),
        }
    }

    /// Returns which of its number, day and signer are blanks, to be filled in by hand.
    pub fn blanks(&self) -> impl Iterator<Item = &'static str> {
        let is_dated = !self.place_date_line.contains(copies::BLANK_DAY);
        let blank = [
            ("number", copies::has_blank(&self.number_line)),
            ("date", !is_dated),
            ("signer", copies::has_blank(&self.signer)),
        ];
        blank.into_iter().filter_map(|(name, is_blank)| is_blank.then_some(name))
    }

    /// All that comes from an office: what the fonts may lack letters of.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let lines =
            [&self.issuer, &self.number_line, &self.subject_line, &self.place_date_line, &self.to, &self.signer];
        let lists = [&self.to_lines, &self.paragraphs, &self.recipients, &self.signature];
        let all = lines.into_iter().chain(&self.parent).chain(lists.into_iter().flatten());
        all.map(String::as_str)
    }

    /// The letter with what it goes with.
    pub fn enclosing(mut self, copy: &CopyView, enclosure: &Enclosure<'_>) -> Self {
        let row = |(label, value, code): (&str, String, bool)| EnclosureRow { label: label.to_owned(), value, code };
        let rows = copies::enclosure(enclosure.file, enclosure.pages, enclosure.bytes, &copy.serial, enclosure.sha256);
        let full = enclosure.full.iter().flat_map(|it| copies::full_enclosure(it.file, it.bytes, it.sha256));
        self.enclosure = rows.into_iter().chain(full).map(row).collect();
        self
    }
}
