//! What an update of a PDF changes: signatures may be added, and what holds them. Anything else is an alteration.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::metadata::{same_information, same_packet};
use super::{Alteration, Signature};

/// What one update brought.
#[derive(Default)]
pub(super) struct Update {
    pub(super) signatures: Vec<Signature>,
    /// Objects of the version before that became others, as signing needs.
    pub(super) touched: BTreeSet<ObjectId>,
}

/// Keys of the catalog that only programs for signatures read.
const OF_SIGNATURES: [&str; 5] = ["AcroForm", "DSS", "Extensions", "Perms", "Version"];
/// Keys of the form that change nothing on a page.
const OF_FORM: [&str; 5] = ["Fields", "SigFlags", "DA", "DR", "Q"];
/// Keys of a field that is a signature and does nothing else.
const OF_FIELD: [&str; 15] =
    ["Type", "Subtype", "FT", "T", "TU", "V", "F", "Ff", "Rect", "P", "Lock", "SV", "DA", "AP", "MK"];

/// Returns what an update brought.
///
/// # Errors
/// It changes what a reader sees, or may.
pub(super) fn between(before: &Document, after: &Document) -> Result<Update, Alteration> {
    let versions = Versions { before, after };
    let root = versions.root()?;
    let mut update = Update::default();
    versions.catalog()?;
    versions.information()?;
    let fields = versions.fields()?;
    let known: BTreeSet<ObjectId> = form_fields(before).into_iter().collect();
    for field in fields.iter().filter(|field| !known.contains(*field)) {
        update.signatures.extend(versions.signature(*field)?);
    }
    let pages = versions.pages(&fields)?;
    let may_change: BTreeSet<ObjectId> = [root].into_iter().chain(pages).chain(versions.of_the_document()).collect();
    for (id, object) in &before.objects {
        if after.objects.get(id).is_some_and(|other| same(object, other)) || is_container(object) {
            continue;
        }
        if !may_change.contains(id) {
            return Err(Alteration::Object(id.0));
        }
        update.touched.insert(*id);
    }
    // A reader that does not ask for the generation would take the new object for the old one.
    let numbers: BTreeSet<u32> = before.objects.keys().map(|(number, _)| *number).collect();
    match after.objects.keys().find(|id| numbers.contains(&id.0) && !before.objects.contains_key(*id)) {
        Some(id) => Err(Alteration::Object(id.0)),
        None => Ok(update),
    }
}

struct Versions<'d> {
    before: &'d Document,
    after: &'d Document,
}

impl Versions<'_> {
    fn root(&self) -> Result<ObjectId, Alteration> {
        let root = |document: &Document| document.trailer.get(b"Root").and_then(Object::as_reference).ok();
        let is_plain = !self.after.trailer.has(b"Encrypt");
        match (root(self.before), root(self.after)) {
            (Some(before), Some(after)) if before == after && is_plain => Ok(before),
            _ => Err(Alteration::Key("Root".to_owned())),
        }
    }

    fn catalog(&self) -> Result<(), Alteration> {
        let (Ok(before), Ok(after)) = (self.before.catalog(), self.after.catalog()) else {
            return Err(Alteration::Unreadable);
        };
        for key in differing(before, after) {
            match key.as_str() {
                "Metadata" => {}
                known if OF_SIGNATURES.contains(&known) => {}
                _ => return Err(Alteration::Key(key)),
            }
        }
        match (before.get(b"Metadata"), after.get(b"Metadata")) {
            (Err(_), Err(_)) => Ok(()),
            (Ok(one), Ok(other)) if same_packet((self.before, self.after), one, other) => Ok(()),
            _ => Err(Alteration::Metadata),
        }
    }

    fn information(&self) -> Result<(), Alteration> {
        match (information(self.before), information(self.after)) {
            (None, None) => Ok(()),
            (Some(before), Some(after)) if same_information(before, after) => Ok(()),
            _ => Err(Alteration::Metadata),
        }
    }

    /// Every field of the form, which has those of before.
    fn fields(&self) -> Result<Vec<ObjectId>, Alteration> {
        let Some(form) = form(self.after) else { return Ok(Vec::new()) };
        if let Some((key, _)) = form.iter().find(|(key, _)| !is_one_of(key, &OF_FORM)) {
            return Err(Alteration::Key(String::from_utf8_lossy(key).into_owned()));
        }
        let fields = form_fields(self.after);
        if fields.starts_with(&form_fields(self.before)) {
            Ok(fields)
        } else {
            Err(Alteration::Key("Fields".to_owned()))
        }
    }

    /// The signature in a new field; none where it waits for one.
    fn signature(&self, field: ObjectId) -> Result<Option<Signature>, Alteration> {
        let Ok(dictionary) = self.after.get_dictionary(field) else { return Err(Alteration::Unreadable) };
        let is_signature = dictionary.get(b"FT").and_then(Object::as_name).is_ok_and(|kind| kind == b"Sig");
        if !is_signature || self.before.objects.contains_key(&field) {
            return Err(Alteration::Object(field.0));
        }
        if let Some((key, _)) = dictionary.iter().find(|(key, _)| !is_one_of(key, &OF_FIELD)) {
            return Err(Alteration::Key(String::from_utf8_lossy(key).into_owned()));
        }
        if is_seen(self.after, dictionary) {
            return Err(Alteration::Visible(self.page_of(field)));
        }
        Ok(Signature::read(self.after, dictionary))
    }

    /// The number of the page that a field is on; 1 where none says so.
    fn page_of(&self, field: ObjectId) -> u32 {
        let mut pages = self.after.get_pages().into_iter();
        pages
            .find(|(_, page)| annotations(self.after, *page).contains(&Object::Reference(field)))
            .map_or(1, |(number, _)| number)
    }

    /// The objects that hold the annotations of pages, and may change; a page may get fields of the form and nothing else.
    fn pages(&self, fields: &[ObjectId]) -> Result<Vec<ObjectId>, Alteration> {
        let (before, after) = (self.before.get_pages(), self.after.get_pages());
        let mut holders = Vec::new();
        for (number, id) in &before {
            let altered = || Alteration::Page(*number);
            if after.get(number) != Some(id) {
                return Err(altered());
            }
            let pages = (self.before.get_dictionary(*id), self.after.get_dictionary(*id));
            let (Ok(one), Ok(other)) = pages else { return Err(altered()) };
            if differing(one, other).iter().any(|key| key != "Annots") {
                return Err(altered());
            }
            let (had, has) = (annotations(self.before, *id), annotations(self.after, *id));
            let new = has.strip_prefix(had.as_slice()).ok_or_else(altered)?;
            if !new.iter().all(|it| it.as_reference().is_ok_and(|it| fields.contains(&it))) {
                return Err(altered());
            }
            holders.push(*id);
            holders.extend(one.get(b"Annots").and_then(Object::as_reference).ok());
        }
        if before.len() == after.len() {
            Ok(holders)
        } else {
            Err(Alteration::Page(u32::try_from(after.len()).unwrap_or(u32::MAX)))
        }
    }

    /// The data about the document and its form, as objects of the version before; they were compared by what they say.
    fn of_the_document(&self) -> Vec<ObjectId> {
        let of =
            |of: Option<&Dictionary>, key: &[u8]| of.and_then(|of| of.get(key).and_then(Object::as_reference).ok());
        let catalog = self.before.catalog().ok();
        let fields = form(self.before).and_then(|form| form.get(b"Fields").and_then(Object::as_reference).ok());
        let keys: [&[u8]; 5] = [b"Metadata", b"AcroForm", b"DSS", b"Extensions", b"Perms"];
        let named = keys.into_iter().map(|key| of(catalog, key));
        named.chain([of(Some(&self.before.trailer), b"Info"), fields]).flatten().collect()
    }
}

fn information(document: &Document) -> Option<&Dictionary> {
    document.dereference(document.trailer.get(b"Info").ok()?).ok()?.1.as_dict().ok()
}

fn form(document: &Document) -> Option<&Dictionary> {
    document.dereference(document.catalog().ok()?.get(b"AcroForm").ok()?).ok()?.1.as_dict().ok()
}

fn form_fields(document: &Document) -> Vec<ObjectId> {
    let fields =
        form(document).and_then(|form| document.dereference(form.get(b"Fields").ok()?).ok()?.1.as_array().ok());
    fields.into_iter().flatten().filter_map(|field| field.as_reference().ok()).collect()
}

fn annotations(document: &Document, page: ObjectId) -> Vec<Object> {
    let listed =
        document.get_dictionary(page).and_then(|page| page.get(b"Annots")).and_then(|list| document.dereference(list));
    listed.and_then(|(_, list)| list.as_array().cloned()).unwrap_or_default()
}

/// Whether a field has a place on its page.
fn is_seen(document: &Document, field: &Dictionary) -> bool {
    const HIDDEN: i64 = 2;
    const NO_VIEW: i64 = 32;
    let flags = field.get(b"F").and_then(Object::as_i64).unwrap_or_default();
    let rectangle =
        field.get(b"Rect").and_then(|value| document.dereference(value)).and_then(|(_, value)| value.as_array());
    let sides: Vec<f32> = rectangle.into_iter().flatten().filter_map(|side| side.as_float().ok()).collect();
    let has_area = match sides.as_slice() {
        [left, lower, right, upper] => left != right && lower != upper,
        _ => false,
    };
    has_area && flags & (HIDDEN | NO_VIEW) == 0
}

/// Keys whose values are not the same in both.
fn differing(before: &Dictionary, after: &Dictionary) -> Vec<String> {
    let value = |of: &Dictionary, key: &[u8]| of.get(key).ok().cloned();
    let keys: BTreeSet<&Vec<u8>> = before.iter().chain(after.iter()).map(|(key, _)| key).collect();
    let differing = keys.into_iter().filter(|key| value(before, key) != value(after, key));
    differing.map(|key| String::from_utf8_lossy(key).into_owned()).collect()
}

/// Whether two objects are the same, wherever they lie in the file.
fn same(one: &Object, other: &Object) -> bool {
    match (one, other) {
        (Object::Stream(one), Object::Stream(other)) => one.dict == other.dict && one.content == other.content,
        _ => one == other,
    }
}

/// Tables of references, and streams that hold other objects: what they hold is compared.
fn is_container(object: &Object) -> bool {
    let kind = object.as_stream().and_then(|stream| stream.dict.get(b"Type")).and_then(Object::as_name);
    kind.is_ok_and(|kind| kind == b"XRef" || kind == b"ObjStm")
}

fn is_one_of(key: &[u8], names: &[&str]) -> bool {
    names.iter().any(|name| name.as_bytes() == key)
}
