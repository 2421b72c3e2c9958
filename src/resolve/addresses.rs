//! Each site has an address of its own: pages name it as theirs, and other editions link to it.

use std::collections::BTreeMap;

use crate::diag::advice::{self, nearest};
use crate::diag::{Finding, Place, Sink};
use crate::model::corpus::Records;
use crate::model::ids::EditionId;
use crate::model::settings::WebAddress;
use crate::model::subject::Subject;
use crate::resolve::messages::{settings as codes, words};

/// Reports one address for several editions, addresses of editions that do not exist, and two editions of one address.
pub fn check(records: &Records, sink: &mut Sink) {
    // An edition that cannot be read may be the one that is meant.
    if records.unread.iter().any(|subject| matches!(subject, Subject::Edition(_))) {
        return;
    }
    let editions: Vec<&str> = records.editions.keys().map(EditionId::as_str).collect();
    match &records.settings.web.address {
        None => {}
        Some(WebAddress::Only(address)) => only(&editions, address, sink),
        Some(WebAddress::Each(addresses)) => each(&editions, addresses, sink),
    }
}

fn only(ids: &[&str], address: &str, sink: &mut Sink) {
    if ids.len() > 1 {
        let finding = Finding::new(codes::ONE_ADDRESS, place("")).arg("count", ids.len().to_string());
        sink.push(finding.arg("address", address).arg("yaml", words::addresses_of(ids, address)));
    }
}

fn each(known: &[&str], addresses: &BTreeMap<EditionId, String>, sink: &mut Sink) {
    let mut taken: BTreeMap<&str, &EditionId> = BTreeMap::new();
    for (id, address) in addresses {
        if !known.contains(&id.as_str()) {
            let finding = Finding::new(codes::ADDRESS_OF_NONE, place(id.as_str())).arg("id", id.as_str());
            sink.push(finding.arg(
                "advice",
                match nearest(id.as_str(), known.iter().copied()) {
                    Some(near) => advice::write_instead(near, id.as_str()),
                    None => advice::choose(None, known),
                },
            ));
        }
        if let Some(first) = taken.insert(address, id) {
            let finding = Finding::new(codes::SAME_ADDRESS, place(id.as_str())).arg("id", id.as_str());
            sink.push(finding.arg("first", first.as_str()).arg("address", address.as_str()));
        }
    }
}

fn place(id: &str) -> Place {
    let key = if id.is_empty() { "web.address".to_owned() } else { format!("web.address.{id}") };
    Place::Entry(Subject::Settings, key)
}
