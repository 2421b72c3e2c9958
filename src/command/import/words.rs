//! What `camnang import` says: what was read, what was made, what to do next.

use std::path::Path;

use super::instrument::NewInstrument;
use super::record::Imported;
use crate::command::messages::originals::tree_fault;
use crate::command::new::advice::corpus_option;
use crate::diag::Bilingual;
use crate::edit::Save;
use crate::originals::draft::{DroppedPart, ReadOriginal};
use crate::originals::head::HeadFacts;
use crate::originals::readers::OriginalReader;
use crate::originals::tree::{ProvisionTree, TreeFault};

/// How the file was read: both counts, what was left out, and remarks.
pub fn read(file: &Path, reader: &OriginalReader, read: &ReadOriginal) -> Bilingual {
    let (file, label, lines) = (file.display(), reader.label(), read.text.lines.len());
    let (taken, placed, dropped) = (read.taken, read.placed, read.taken.saturating_sub(read.placed));
    let mut words = Bilingual::new(
        format!(
            "đã đọc {file} (bộ đọc {label}): {lines} đoạn; {taken} ký tự = {placed} trong văn bản + {dropped} để ngoài\n"
        ),
        format!(
            "read {file} (reader {label}): {lines} paragraphs; {taken} characters = {placed} in the text + {dropped} left out\n"
        ),
    );
    read.dropped.iter().for_each(|part| add(&mut words, &left_out(part)));
    for note in &read.notes {
        let note = note.words();
        add(&mut words, &Bilingual::new(format!("  lưu ý: {}\n", note.vi), format!("  note: {}\n", note.en)));
    }
    words
}

/// Where the numbering of the text does not add up: the first places, and how many more there are.
pub fn numbering(tree: &ProvisionTree, id: &str) -> Bilingual {
    const SHOWN: usize = 10;
    let mut words = Bilingual::default();
    let faults: Vec<&TreeFault> = tree.numbering_faults().collect();
    for fault in faults.iter().take(SHOWN) {
        let line = tree.pieces().get(fault.piece).map_or(0, |piece| piece.line + 1);
        let fault = tree_fault(&fault.kind, line);
        add(&mut words, &Bilingual::new(format!("  {}\n", fault.vi), format!("  {}\n", fault.en)));
    }
    if let Some(more) = faults.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        let more = Bilingual::new(
            format!("  lưu ý: còn {more} chỗ đánh số không khớp, xem: camnang original {id} --tree\n"),
            format!(
                "  note: {more} more places where the numbering does not add up, see: camnang original {id} --tree\n"
            ),
        );
        add(&mut words, &more);
    }
    words
}

fn add(words: &mut Bilingual, more: &Bilingual) {
    words.vi.push_str(&more.vi);
    words.en.push_str(&more.en);
}

fn left_out(part: &DroppedPart) -> Bilingual {
    let (vi, en) = part.reason.words();
    let examples: Vec<String> = part.examples.iter().map(|words| format!("«{words}»")).collect();
    let examples = if examples.is_empty() { String::new() } else { format!(": {}", examples.join(", ")) };
    let count = part.characters;
    Bilingual::new(format!("  để ngoài {count}: {vi}{examples}\n"), format!("  left out {count}: {en}{examples}\n"))
}

/// Which files were written.
pub fn made(root: &Path, saves: &[Save], instrument: Option<&NewInstrument>) -> Bilingual {
    if saves.is_empty() {
        return Bilingual::new(
            "kho đã có đúng tệp này; không ghi gì\n",
            "the corpus has this very file already; nothing was written\n",
        );
    }
    let mut words = Bilingual::default();
    for save in saves {
        let path = root.join(&save.path);
        let (vi, en) = if save.based_on.is_some() { ("đã thay", "replaced") } else { ("đã tạo", "created") };
        add(&mut words, &Bilingual::new(format!("{vi} {}\n", path.display()), format!("{en} {}\n", path.display())));
    }
    if let Some(new) = instrument {
        add(&mut words, &found(&new.facts));
    }
    words
}

/// What the head of the text says of the instrument, and what it does not.
fn found(facts: &HeadFacts) -> Bilingual {
    let HeadFacts { number, kind, title, issuer, signer, issued, in_force_from } = facts;
    let facts = [
        (number.is_some(), "số, ký hiệu", "number"),
        (kind.is_some(), "loại", "type"),
        (title.is_some(), "trích yếu", "title"),
        (issuer.is_some(), "cơ quan ban hành", "issuer"),
        (signer.is_some(), "người ký", "signer"),
        (issued.is_some(), "ngày ban hành", "date of issue"),
        (in_force_from.is_some(), "ngày có hiệu lực", "first day in force"),
    ];
    let listed = |wanted: bool| {
        let of = |(is_found, vi, en): &(bool, &'static str, &'static str)| (*is_found == wanted).then_some((*vi, *en));
        let (vi, en): (Vec<&str>, Vec<&str>) = facts.iter().filter_map(of).unzip();
        (vi.join(", "), en.join(", "))
    };
    let (there, not) = (listed(true), listed(false));
    let or_none = |words: String, none: &str| if words.is_empty() { none.to_owned() } else { words };
    Bilingual::new(
        format!("  hồ sơ văn bản: thấy {}; chưa thấy {}\n", or_none(there.0, "—"), or_none(not.0, "—")),
        format!("  record of the instrument: found {}; not found {}\n", or_none(there.1, "—"), or_none(not.1, "—")),
    )
}

/// The next steps.
pub fn next(root: &Path, imported: &Imported) -> Bilingual {
    let (id, corpus) = (&imported.original.instrument, corpus_option(root));
    let text = root.join(imported.original.text_path());
    let text = text.display();
    Bilingual::new(
        format!(
            "Tiếp theo: xem {text} có đủ các điều, khoản không; soát từng khoá của instruments/{id}.yaml rồi đổi confidence; rồi chạy: camnang check{corpus}\n"
        ),
        format!(
            "Next: see whether {text} has every article and clause; look at each key of instruments/{id}.yaml and raise its confidence; then run: camnang check{corpus}\n"
        ),
    )
}
