//! What the operations of a very large schema say: no less of types, and nothing a thousand times.

use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::{Ref, RefOr};

use crate::paths::ALWAYS;
use crate::responses::{ANY, MEASURED};

/// The operations of a path, shortened.
pub(crate) fn path(mut item: PathItem) -> PathItem {
    let operations = [
        &mut item.get,
        &mut item.put,
        &mut item.post,
        &mut item.delete,
        &mut item.patch,
    ];
    operations.into_iter().flatten().for_each(shorten);
    item
}

/// All problems have one form: one of them stands for those that are in no way special.
fn shorten(operation: &mut Operation) {
    let [first, ..] = ALWAYS;
    operation.responses.responses.retain(|status, response| {
        let is_problem = matches!(response, RefOr::Ref(_)) && status.starts_with(['4', '5']);
        !is_problem || status == first.status
    });
    for response in operation.responses.responses.values_mut() {
        if let RefOr::T(response) = response {
            response
                .headers
                .retain(|name, _| !MEASURED.contains(&name.as_str()));
            response.links.clear();
        }
    }
    let others = RefOr::Ref(Ref::from_response_name(ANY));
    operation.responses.responses.insert("default".to_owned(), others);
}
