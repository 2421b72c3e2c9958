use super::*;
use crate::hash::sha256;

/// A PDF of one page, and the objects that updates of it may replace: 1 the catalog, 3 the page, 4 its words, 5 the data.
struct File {
    bytes: Vec<u8>,
    /// Where its last table of references begins.
    table: usize,
}

const CATALOG: &str = "/Type /Catalog /Pages 2 0 R";
const PAGE: &str = "/Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R";
const FORM: &str = "/AcroForm << /Fields [10 0 R] /SigFlags 3 >>";
const FIELD: &str = "/Type /Annot /Subtype /Widget /FT /Sig /T (Sig1) /V 11 0 R /F 132 /Rect [0 0 0 0] /P 3 0 R";

fn dictionary(number: u32, entries: &str) -> (u32, String) {
    (number, format!("{number} 0 obj\n<< {entries} >>\nendobj\n"))
}

fn words(text: &str) -> (u32, String) {
    (4, format!("4 0 obj\n<< /Length {} >>\nstream\n{text}\nendstream\nendobj\n", text.len()))
}

impl File {
    fn ours() -> Self {
        let objects = [
            dictionary(1, CATALOG),
            dictionary(2, "/Type /Pages /Kids [3 0 R] /Count 1"),
            dictionary(3, PAGE),
            words("BT (nguyên văn) Tj ET"),
            dictionary(5, "/Title (Sach) /Producer (ta)"),
        ];
        File { bytes: b"%PDF-1.7\n".to_vec(), table: 0 }.with(&objects)
    }

    /// The file with an update that has these objects.
    fn with(&self, objects: &[(u32, String)]) -> Self {
        let mut bytes = self.bytes.clone();
        let mut table = String::new();
        for (number, text) in objects {
            table += &format!("{number} 1\n{:010} 00000 n \n", bytes.len());
            bytes.extend(text.as_bytes());
        }
        let at = bytes.len();
        let before = if self.table > 0 { format!("/Prev {}", self.table) } else { String::new() };
        let trailer = format!("trailer\n<< /Size 40 /Root 1 0 R /Info 5 0 R {before} >>\nstartxref\n{at}\n%%EOF\n");
        bytes.extend(format!("xref\n0 1\n0000000000 65535 f \n{table}{trailer}").as_bytes());
        File { bytes, table: at }
    }

    /// The file with an update that signs it, and has these objects as well.
    fn signed(&self, more: &[(u32, String)]) -> Self {
        self.signed_as((10, FIELD), more)
    }

    /// A range in the signature is of ten digits for each number, so that the true ones fit in.
    fn signed_as(&self, field: (u32, &str), more: &[(u32, String)]) -> Self {
        const BLANK: &str = "[0000000000 0000000000 0000000000 0000000000]";
        let value = format!("/Type /Sig /M (D:20301231235959Z) /Reason (Phát) /ByteRange {BLANK} /Contents <00ff00ff>");
        let objects = [dictionary(field.0, field.1), dictionary(field.0 + 1, &value)];
        let mut file = self.with(&[objects.as_slice(), more].concat());
        let find = |text: &[u8]| file.bytes.windows(text.len()).rposition(|window| window == text).unwrap();
        let (hole, blank) = (find(b"<00ff00ff>"), find(BLANK.as_bytes()));
        let range = format!("[{:010} {hole:010} {:010} {:010}]", 0, hole + 10, file.bytes.len() - hole - 10);
        file.bytes.splice(blank..blank + BLANK.len(), range.into_bytes());
        file
    }

    fn judged(&self) -> Result<Vec<Signature>, Alteration> {
        let own = sha256(&File::ours().bytes);
        appended(&self.bytes, [own.as_str()].into_iter()).expect("it begins with ours").judgement
    }

    fn altered(&self) -> Alteration {
        self.judged().expect_err("something else was altered")
    }
}

/// What a signature needs: the form in the catalog, the field on the page.
fn needed() -> [(u32, String); 2] {
    [dictionary(1, &format!("{CATALOG} {FORM}")), dictionary(3, &format!("{PAGE} /Annots [10 0 R]"))]
}

fn twice(more: &[(u32, String)]) -> File {
    let form = "/AcroForm << /Fields [10 0 R 20 0 R] /SigFlags 3 >>";
    let second = FIELD.replace("Sig1", "Sig2").replace("11 0 R", "21 0 R");
    let needed =
        [dictionary(1, &format!("{CATALOG} {form}")), dictionary(3, &format!("{PAGE} /Annots [10 0 R 20 0 R]"))];
    let first = File::ours().signed(&self::needed());
    first.signed_as((20, &second), &[needed.as_slice(), more].concat())
}

#[test]
fn signatures_say_what_they_say_of_themselves() {
    let signatures = File::ours().signed(&needed()).judged().unwrap();
    let [one] = signatures.as_slice() else { panic!("{signatures:?}") };
    assert_eq!((one.field.as_str(), one.day.as_deref(), one.name.as_deref()), ("Sig1", Some("31/12/2030"), None));
    let two = twice(&[]).judged().unwrap();
    assert_eq!(two.iter().map(|signature| signature.field.as_str()).collect::<Vec<_>>(), ["Sig1", "Sig2"]);
}

#[test]
fn programs_that_sign_may_write_their_own_name() {
    let data = dictionary(5, "/Title <feff00530061 00630068> /Producer (kia) /ModDate (D:20301231)");
    assert!(File::ours().signed(&[needed().as_slice(), &[data]].concat()).judged().is_ok());
}

#[test]
fn what_is_not_ours_is_not_judged() {
    let ours = File::ours();
    let own = sha256(&ours.bytes);
    assert_eq!(appended(&ours.bytes, [own.as_str()].into_iter()), None, "nothing follows");
    let other = ours.with(&[words("khác")]);
    assert_eq!(appended(&other.bytes, [sha256(b"")].iter().map(String::as_str)), None);
    assert_eq!(appended(b"%PDF-", [own.as_str()].into_iter()), None);
}

#[test]
fn whatever_else_is_changed_is_found() {
    let signed_with = |more: (u32, String)| File::ours().signed(&[needed().as_slice(), &[more]].concat());
    assert_eq!(signed_with(words("BT (lời giả) Tj ET")).altered(), Alteration::Object(4));
    assert_eq!(signed_with(dictionary(2, "/Type /Pages /Kids [3 0 R 3 0 R] /Count 2")).altered(), Alteration::Page(2));
    assert_eq!(signed_with(dictionary(5, "/Title (Sach gia) /Producer (ta)")).altered(), Alteration::Metadata);
    let of_page = |page: &str, catalog: &str| {
        let objects = [dictionary(1, catalog), dictionary(3, page), dictionary(12, "/Subtype /Text /Rect [0 0 9 9]")];
        File::ours().signed(&objects).altered()
    };
    let catalog = format!("{CATALOG} {FORM}");
    assert_eq!(of_page(&format!("{PAGE} /Annots [10 0 R 12 0 R]"), &catalog), Alteration::Page(1), "a note");
    assert_eq!(of_page(&format!("{PAGE} /Rotate 90 /Annots [10 0 R]"), &catalog), Alteration::Page(1));
    let page = format!("{PAGE} /Annots [10 0 R]");
    let key = |key: &str| Alteration::Key(key.to_owned());
    assert_eq!(of_page(&page, &format!("{catalog} /OpenAction 12 0 R")), key("OpenAction"));
    assert_eq!(of_page(&page, &format!("{CATALOG} {}", FORM.replace("/SigFlags 3", "/XFA 12 0 R"))), key("XFA"));
}

#[test]
fn a_change_between_two_signatures_is_found() {
    assert_eq!(twice(&[words("BT (lời giả) Tj ET")]).altered(), Alteration::Object(4));
    let between = File::ours().signed(&needed()).with(&[words("BT (lời giả) Tj ET")]);
    assert_eq!(between.altered(), Alteration::Object(4));
}

#[test]
fn fields_that_are_seen_or_do_more_are_no_mere_signatures() {
    let with = |field: &str| File::ours().signed_as((10, field), &needed()).altered();
    assert_eq!(with(&FIELD.replace("[0 0 0 0]", "[0 0 90 20]")), Alteration::Visible(1));
    assert_eq!(with(&FIELD.replace("/FT /Sig", "/FT /Tx")), Alteration::Object(10));
    assert_eq!(with(&format!("{FIELD} /A << /S /JavaScript >>")), Alteration::Key("A".to_owned()));
    let hidden = FIELD.replace("[0 0 0 0]", "[0 0 90 20]").replace("/F 132", "/F 2");
    assert!(File::ours().signed_as((10, &hidden), &needed()).judged().is_ok());
}

#[test]
fn the_last_signature_covers_everything() {
    assert_eq!(File::ours().with(&[dictionary(12, "/Type /Nothing")]).altered(), Alteration::NoSignature);
    let signed = File::ours().signed(&needed());
    assert_eq!(signed.with(&[dictionary(12, "/Type /Nothing")]).altered(), Alteration::NotCovered);
    let longer = File { bytes: [signed.bytes.as_slice(), b"% sau"].concat(), table: 0 };
    assert_eq!(longer.altered(), Alteration::NotCovered);
    let text = String::from_utf8(signed.bytes.clone()).unwrap();
    let elsewhere = text.replace("<00ff00ff>", "<00ff00fe>");
    assert!(File { bytes: elsewhere.into_bytes(), table: 0 }.judged().is_ok(), "its digits are its own");
    let from = text.rfind("[0000000000 ").unwrap() + 12;
    let wider = format!("{}{:010}{}", &text[..from], 20, &text[from + 10..]);
    assert_eq!(File { bytes: wider.into_bytes(), table: 0 }.altered(), Alteration::NotCovered);
}

#[test]
fn objects_that_no_table_names_are_found_too() {
    let smuggled = (12, format!("{}12 0 obj\n<< >>\nendobj\n", words("BT (lời giả) Tj ET").1));
    assert_eq!(File::ours().signed(&[needed().as_slice(), &[smuggled]].concat()).altered(), Alteration::Object(4));
    let other_generation =
        (12, format!("12 0 obj\n<< >>\nendobj\n{}", words("BT (giả) Tj ET").1.replace("4 0 obj", "4 1 obj")));
    assert_eq!(
        File::ours().signed(&[needed().as_slice(), &[other_generation]].concat()).altered(),
        Alteration::Object(4)
    );
}

#[test]
fn damaged_updates_are_no_signatures() {
    let signed = File::ours().signed(&needed());
    let own = File::ours().bytes.len();
    for at in own..signed.bytes.len() {
        let mut bytes = signed.bytes.clone();
        bytes[at] ^= 0x15;
        let damaged = File { bytes, table: 0 };
        // Digits of the signature itself are for the signer's program to judge, as are words that nobody reads.
        drop(damaged.judged());
        let cut = File { bytes: signed.bytes[..at].to_vec(), table: 0 };
        if at > own {
            assert!(cut.judged().is_err(), "cut at {at}");
        }
    }
}
