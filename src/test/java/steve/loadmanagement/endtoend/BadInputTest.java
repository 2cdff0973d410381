/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import support.Operator;
import tools.jackson.databind.JsonNode;

/** What is wrong is said at its field, and nothing is stored. */
class BadInputTest extends HostWithPlugin {

    private static int root;

    @BeforeAll
    static void makeRoot() {
        host.register("G1", 1);
        host.register("G2", 1);
        root = operator.strand("""
                {"name":"Root","limitMa":{"L1":20000,"L2":20000,"L3":20000},"mode":"OBSERVE"}""");
    }

    private static int stored() {
        JsonNode state = operator.get("/state").json();
        return state.path("strands").size() + state.path("evses").size();
    }

    private static void refused(Operator.Answer answer, int before, String field, String words) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().path("errors").toString())
                .contains("\"field\":\"" + field + "\"")
                .contains(words);
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
        {"name":"X","mode":"OBSERVE"}                                        | limit      | needs a limit
        {"name":"X","limitMa":{"L1":0,"L2":0,"L3":0}}                        | limit      | above 0 A
        {"name":"X","limitMa":{"L1":-5,"L2":5,"L3":5}}                       | limit      | above 0 A
        {"name":"X","limitMa":{"L1":5000}}                                   | limit      | L1, L2 and L3
        {"name":"X","limitW":-1}                                             | limitPower | above 0 kW
        {"name":"","limitW":50000}                                           | name       | needs a name
        {"name":"Root","limitW":50000}                                       | name       | called Root already
        {"name":"X","limitW":50000,"parent":4711}                            | parent     | does not exist
        {"name":"X","limitW":50000,"school":"HOPE"}                          | school     | not HOPE
        {"name":"X","limitW":50000,"school":"FALLBACK","fallbackMa":0}       | fallback   | above 0 A
        {"name":"X","limitW":50000,"mode":"MAYBE"}                           | mode       | not MAYBE""")
    void aWrongStrandIsRefusedAtItsField(String form, String field, String words) {
        int before = stored();
        refused(operator.post("/strands", form), before, field, words);
    }

    @Test
    void aStrandCannotBecomeItsOwnAncestor() {
        int child = operator.strand("""
                {"name":"Child","limitW":5000,"parent":%d}""".formatted(root));
        int before = stored();
        refused(operator.put("/strands/" + root, """
                        {"name":"Root","limitMa":{"L1":20000,"L2":20000,"L3":20000},"parent":%d,"version":0}""".formatted(child)), before, "parent", "its own ancestor");
        operator.delete("/strands/" + child);
    }

    @Test
    void anUnknownStationIsRefused() {
        int before = stored();
        String form = """
                [{"chargeBoxId":"NOBODY","evseId":1,"strand":%d}]""".formatted(root);
        refused(operator.post("/evses", form), before, "evse", "SteVe knows no station NOBODY");
    }

    @Test
    void anEvseOnTwoStrandsIsRefused() {
        int before = stored();
        String form = """
                [{"chargeBoxId":"G1","evseId":1,"strand":%d},{"chargeBoxId":"G1","evseId":1,"strand":%d}]""".formatted(root, root);
        refused(operator.post("/evses", form), before, "evse", "hangs on two strands");
    }

    @Test
    void anEvseOnAStrandThatDoesNotExistIsRefused() {
        int before = stored();
        refused(
                operator.post("/evses", "[{\"chargeBoxId\":\"G1\",\"evseId\":1,\"strand\":4711}]"),
                before,
                "strand",
                "no strand 4711");
    }

    @Test
    void fallbacksThatExceedTheLimitAreRefused() {
        int before = stored();
        String form = """
                [{"chargeBoxId":"G1","evseId":1,"strand":%d,"fallbackMa":12000},
                {"chargeBoxId":"G2","evseId":1,"strand":%d,"fallbackMa":12000}]""".formatted(root, root);
        refused(operator.post("/evses", form), before, "fallback", "24.0 A");
    }

    @Test
    void theSecondOfTwoEditorsIsTold() {
        int strand = operator.strand("{\"name\":\"Edited\",\"limitW\":5000}");
        String change = "{\"name\":\"Edited\",\"limitW\":%d,\"version\":0}";
        assertThat(operator.put("/strands/" + strand, String.format(Locale.ROOT, change, 6000))
                        .status())
                .isEqualTo(204);
        Operator.Answer second = operator.put("/strands/" + strand, String.format(Locale.ROOT, change, 7000));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("detail").asString()).contains("changed by somebody else");
        operator.delete("/strands/" + strand);
    }

    @Test
    void whatIsNoJsonIsABadRequest() {
        assertThat(operator.post("/strands", "{").status()).isEqualTo(400);
        assertThat(operator.post("/strands", "[]").status()).isEqualTo(400);
    }

    @Test
    void aStrandThatDoesNotExistIsNotFound() {
        assertThat(operator.delete("/strands/4711").status()).isEqualTo(404);
    }

    @Test
    void aStrandThatFeedsSomethingIsNotDeleted() {
        int child = operator.strand("{\"name\":\"Fed\",\"limitW\":5000,\"parent\":" + root + "}");
        int before = stored();
        refused(operator.delete("/strands/" + root), before, "parent", "still feeds other strands");
        assertThat(operator.delete("/strands/" + child).status()).isEqualTo(204);
    }
}
