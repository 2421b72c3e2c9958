//! Signs PDFs as the programs of offices do: an update behind the file, with a signature that covers all of it. The
//! digits of the signature are no cryptography, as nobody here asks whether it is valid.

use lopdf::{Document, IncrementalDocument, Object, StringFormat, dictionary};

/// A PDF of one page with these words.
pub fn page(words: &str) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let content = lopdf::Stream::new(dictionary! {}, format!("BT ({words}) Tj ET").into_bytes());
    let content = document.add_object(content);
    let sides: Vec<Object> = [0, 0, 200, 200].map(Object::Integer).to_vec();
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "MediaBox" => sides, "Contents" => content,
    });
    let list = dictionary! { "Type" => "Pages", "Kids" => vec![Object::Reference(page)], "Count" => 1 };
    document.objects.insert(pages, Object::Dictionary(list));
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", root);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// The file with an invisible signature behind it. It has no annotations but those of signatures.
pub fn signed(pdf: &[u8]) -> Vec<u8> {
    const BLANK: i64 = 1_111_111_111;
    let document = Document::load_mem(pdf).unwrap();
    let root = document.trailer.get(b"Root").unwrap().as_reference().unwrap();
    let first = document.get_pages()[&1];
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), document);
    for id in [root, first] {
        update.opt_clone_object_to_new_document(id).unwrap();
    }
    let new = &mut update.new_document;
    let range: Vec<Object> = [0, BLANK, BLANK, BLANK].map(Object::Integer).to_vec();
    let digits = Object::String(b"\xc0\xff\xee\xc0\xff\xee".to_vec(), StringFormat::Hexadecimal);
    let value = new.add_object(dictionary! {
        "Type" => "Sig", "ByteRange" => range, "Contents" => digits,
        "M" => Object::string_literal("D:20300601080000+07'00'"),
    });
    let nowhere: Vec<Object> = [0; 4].map(Object::Integer).to_vec();
    let field = new.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "T" => Object::string_literal("Chu-ky"), "V" => value,
        "Rect" => nowhere, "F" => 132,
    });
    let page = new.get_dictionary_mut(first).unwrap();
    let former = page.get(b"Annots").and_then(Object::as_array).cloned().unwrap_or_default();
    let fields: Vec<Object> = former.into_iter().chain([Object::Reference(field)]).collect();
    page.set("Annots", fields.clone());
    new.get_dictionary_mut(root).unwrap().set("AcroForm", dictionary! { "Fields" => fields, "SigFlags" => 3 });
    let mut bytes = Vec::new();
    update.save_to(&mut bytes).unwrap();
    covering(bytes)
}

/// Puts the true range into the blanks of the last signature.
fn covering(mut bytes: Vec<u8>) -> Vec<u8> {
    let last = |bytes: &[u8], text: &[u8]| bytes.windows(text.len()).rposition(|window| window == text).unwrap();
    let hole = ["<C0FFEEC0FFEE>", "<c0ffeec0ffee>"]
        .into_iter()
        .find(|hole| bytes.windows(hole.len()).any(|window| window == hole.as_bytes()));
    let hole = hole.expect("the digits of the signature").as_bytes();
    let at = last(&bytes, hole);
    let end = at + hole.len();
    let numbers = [at, end, bytes.len() - end];
    for number in numbers.into_iter().rev() {
        let blank = last(&bytes, b"1111111111");
        bytes.splice(blank..blank + 10, format!("{number:010}").into_bytes());
    }
    bytes
}
