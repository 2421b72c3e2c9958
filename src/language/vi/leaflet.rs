//! The words of the leaflet.

use serde::Serialize;

/// Fixed words of the leaflet.
#[derive(Serialize, Clone, Debug)]
pub struct LeafletWords {
    pub audiences: String,
    pub audiences_line: String,
    pub numbers: String,
    pub contact: String,
}

pub fn words() -> LeafletWords {
    let say = str::to_owned;
    LeafletWords {
        audiences: say("Bạn có mấy việc"),
        audiences_line: say("Danh sách đầy đủ ở cuốn và ở phiếu việc của từng đối tượng."),
        numbers: say("Số trong ngoặc là số của trích dẫn trong cuốn."),
        contact: say("Góp ý"),
    }
}

/// `55 việc phải làm; 13 việc nên làm hoặc được làm`
pub fn tally(binding: usize, free: usize) -> String {
    let binding = (binding > 0).then(|| format!("{binding} việc phải làm"));
    let free = (free > 0).then(|| format!("{free} việc nên làm hoặc được làm"));
    binding.into_iter().chain(free).collect::<Vec<_>>().join("; ")
}

/// `số 14`: an excerpt as a paper names it that does not print it.
pub fn number(number: u32) -> String {
    format!("số {number}")
}
