//! 3.0's `nullable` beside compositions.

use crate::{assert_exchanged, assert_kept, assert_refused};

const NULLS: &str = r#"{"wrapped":null,"typed":null,"one":null,"any":null,"color":null,"state":null,"wide":null,"named":null,"open":null}"#;
const VALUES: &str = r#"{"wrapped":{"number":1},"typed":{"number":1},"one":{"number":1},"any":{"bay":"b"},"color":"red","state":"","wide":{"number":1,"depth":2.5},"named":{"number":1,"since":"s"},"open":[1],"plain":{"number":2}}"#;

#[tokio::test]
async fn null_passes_beside_every_composition() {
    assert_kept("/berths", NULLS).await;
    assert_kept("/berths", VALUES).await;
    assert_exchanged!(echo_ship(EchoShipRequest), NULLS, VALUES);
    assert_exchanged!(echo_ship(EchoShipRequest), VALUES, NULLS);
}

#[tokio::test]
async fn what_is_not_null_must_fit() {
    for (one, other) in [
        (r#""wrapped":null"#, r#""wrapped":{}"#),
        (r#""typed":null"#, r#""typed":1"#),
        (r#""one":null"#, r#""one":{"number":"x"}"#),
        (r#""wide":null"#, r#""wide":{"depth":1}"#),
        (r#""named":null"#, r#""named":{"number":1}"#),
        (r#""open":null"#, r#""open":null,"plain":null"#),
    ] {
        assert_refused("/berths", NULLS.replace(one, other)).await;
    }
}
