//! Where in a page the law is: the innermost element that holds nearly all of its articles, and the head above them.

use std::collections::BTreeMap;

use super::dom::{Dom, DomStep, NodeId, PageNode, ROOT};
use super::walk::is_left_out;
use crate::originals::furniture::has_national_name;
use crate::originals::rewrap::{begins_unit, is_heading};

/// Of a hundred units of a page, those that the content holds at least.
const NEARLY_ALL: usize = 95;
/// The head of an article says more of where the law is than a number before a line.
const HEADING: usize = 20;

/// Returns the element that holds the law; the whole page where no provision is found.
pub fn of_law(dom: &Dom) -> NodeId {
    let counts = Counted::of(dom);
    let all = counts.of.get(&ROOT).copied().unwrap_or_default();
    if all.units == 0 {
        return ROOT;
    }
    let holds = |weight: &LawWeight| weight.units * 100 >= all.units * NEARLY_ALL && weight.names == all.names;
    // The last of the page's order that holds enough is the innermost, as each holds nearly all of the same.
    counts.order.iter().rev().find(|id| counts.of.get(id).is_some_and(holds)).copied().unwrap_or(ROOT)
}

/// What an element holds.
#[derive(Clone, Copy, Default)]
struct LawWeight {
    /// Paragraphs that begin a provision.
    units: usize,
    /// Texts with the name of the state.
    names: usize,
}

#[derive(Default)]
struct Counted {
    of: BTreeMap<NodeId, LawWeight>,
    order: Vec<NodeId>,
}

impl Counted {
    fn of(dom: &Dom) -> Self {
        let mut counted = Counted::default();
        let mut open: Vec<(NodeId, LawWeight)> = Vec::new();
        let mut left_out = 0;
        for step in dom.walk(ROOT) {
            match step {
                DomStep::Enter(id) => {
                    left_out += usize::from(is_passed_over(dom, id));
                    match dom.node(id) {
                        PageNode::Text(text) if left_out == 0 => add(text, &mut open),
                        PageNode::Element { .. } | PageNode::Document => counted.order.push(id),
                        PageNode::Text(_) | PageNode::Other => {}
                    }
                    open.push((id, LawWeight::default()));
                }
                DomStep::Leave(id) => {
                    left_out -= usize::from(is_passed_over(dom, id));
                    let (_, weight) = open.pop().unwrap_or_default();
                    if let Some((_, around)) = open.last_mut() {
                        around.units += weight.units;
                        around.names += weight.names;
                    }
                    counted.of.insert(id, weight);
                }
            }
        }
        counted
    }
}

fn add(text: &str, open: &mut [(NodeId, LawWeight)]) {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((_, weight)) = open.last_mut() {
        weight.units += if is_heading(&folded) { HEADING } else { usize::from(begins_unit(&folded)) };
        weight.names += usize::from(has_national_name(&folded));
    }
}

/// Whether the words of an element say nothing of where the law is: tables of contents consist of links.
fn is_passed_over(dom: &Dom, id: NodeId) -> bool {
    is_left_out(dom, id).is_some()
        || (dom.name(id) == "a" && dom.attribute(id, "href").is_some_and(|to| to.starts_with('#')))
}
