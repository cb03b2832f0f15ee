//! Schemas that lead to schemas without end in sight.
//!
//! A type within a type within a type, thousands of times, is damage or an attack: compilers refuse
//! it, and whoever follows it runs out of stack. Properties do not count, because every object has
//! a type of its own.

use super::Lowering;
use crate::diagnostic::Diagnostic;
use crate::ir::{Keyword, Role, Schema, SchemaId};

/// Steps from schema to schema, other than to a property, that are followed. Published documents
/// stay under 30.
const MAX_CHAIN: u32 = 128;

/// What a step into an array or a map counts for: its type nests in the code, and whoever parses
/// that needs far more stack for it.
const ELEMENT: u32 = 4;

impl Lowering<'_> {
    /// Cuts every chain that is too long. What is cut off is left out, so that more is valid.
    pub(super) fn cut_chains(&mut self) {
        // How long the longest chain from a schema is; `None` before it is known.
        let mut lengths: Vec<Option<u32>> = vec![None; self.arena.all.len()];
        for start in 0..self.arena.all.len() {
            let Some(start) = self.arena.id(start).filter(|id| lengths[id.0 as usize].is_none()) else {
                continue;
            };
            let mut path =
                vec![Stop { at: start, left: steps(self.arena.schema(start)), longest: 0, weight: 0 }];
            lengths[start.0 as usize] = Some(0);
            while let Some(stop) = path.last_mut() {
                if let Some((next, weight)) = stop.left.pop() {
                    // A chain that leads back to itself counts up to there.
                    if let Some(length) = lengths[next.0 as usize] {
                        stop.longest = stop.longest.max(length + weight);
                    } else {
                        lengths[next.0 as usize] = Some(0);
                        path.push(Stop {
                            at: next,
                            left: steps(self.arena.schema(next)),
                            longest: 0,
                            weight,
                        });
                    }
                    continue;
                }
                let (at, weight, mut length) = (stop.at, stop.weight, stop.longest);
                if length > MAX_CHAIN {
                    self.cut_chain(at);
                    length = 0;
                }
                lengths[at.0 as usize] = Some(length);
                path.pop();
                if let Some(stop) = path.last_mut() {
                    stop.longest = stop.longest.max(length + weight);
                }
            }
        }
    }

    fn cut_chain(&mut self, id: SchemaId) {
        let located = self.arena.nodes[id.0 as usize].clone();
        let schema = &mut self.arena.all[id.0 as usize];
        let mut open = Schema::unconstrained(schema.location.clone());
        open.name = schema.name.take();
        open.holder = schema.holder.take();
        open.rust_name = schema.rust_name.take();
        open.description = schema.description.take();
        *schema = open;
        let diagnostic = Diagnostic::warning(
            "schema-chain-too-long",
            format!("more than {MAX_CHAIN} schemas lead from here to one another"),
        )
        .label(located.head(""))
        .pointer(&located.pointer)
        .reason("no type can be nested so deeply; anything is valid in its place")
        .remedy(self.remedy(&located, "describe it with fewer steps"));
        self.report(diagnostic);
    }
}

/// A schema on the way, with the steps that are still to be taken from it.
struct Stop {
    at: SchemaId,
    left: Vec<(SchemaId, u32)>,
    longest: u32,
    /// What the step to it counts for.
    weight: u32,
}

/// What a schema leads to, other than properties, and what each step counts for.
fn steps(schema: &Schema) -> Vec<(SchemaId, u32)> {
    let elements =
        schema.subschemas(|keyword| keyword.role() == Role::Inside && keyword != Keyword::Properties);
    let in_place = schema.in_place().map(|id| (id, 1));
    in_place.chain(elements.map(|id| (id, ELEMENT))).collect()
}
