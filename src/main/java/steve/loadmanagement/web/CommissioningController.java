/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import steve.loadmanagement.commissioning.Commissioning;
import steve.loadmanagement.commissioning.Findings;
import steve.loadmanagement.commissioning.Step;
import steve.loadmanagement.control.CommissioningDesk;
import steve.loadmanagement.control.CommissioningLog;
import steve.loadmanagement.quirk.QuirkProfile;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Phase;

/** Commissioning tests: begin, watch, cancel, read earlier protocols. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class CommissioningController {

    private final CommissioningDesk desk;

    CommissioningController(CommissioningDesk desk) {
        this.desk = desk;
    }

    /** Which EVSE, and who tests it. */
    record Order(
            @Nullable String chargeBoxId,
            int evseId,
            @Nullable String tester) {}

    /** A step: what was told, and what was seen. */
    record StepView(
            int toldMa,
            String verdict,
            @Nullable Double reactionS,
            @Nullable Integer offMa,
            List<Phase> phases,
            int readings,
            @Nullable String refusal,
            @Nullable String readBack) {

        static StepView of(Step step) {
            return new StepView(
                    step.target().milliamps(),
                    step.verdict().name(),
                    step.reaction() == null ? null : (Double) (step.reaction().toMillis() / 1000.0),
                    step.offMilliamps(),
                    step.phases(),
                    step.samples().size(),
                    step.refusal(),
                    step.readBack());
        }
    }

    /** A test with its findings so far. */
    record TestView(
            String state,
            String tester,
            String beganAt,
            @Nullable String endedAt,
            @Nullable String why,
            Map<String, String> keys,
            List<StepView> done,
            @Nullable StepView running,
            @Nullable Boolean follows,
            @Nullable Double slowestS,
            @Nullable Boolean resumes,
            List<Phase> phases,
            Map<String, QuirkProfile.Line> proposed) {

        static TestView of(Commissioning test, EvseRef evse) {
            Findings findings = Findings.of(test, "commissioning of " + evse + " at " + test.beganAt());
            Map<String, QuirkProfile.Line> proposed = new TreeMap<>();
            findings.proposed().forEach((quirk, line) -> proposed.put(quirk.word(), line));
            return new TestView(
                    test.state().name(),
                    test.tester(),
                    test.beganAt().toString(),
                    test.endedAt() == null ? null : test.endedAt().toString(),
                    test.why(),
                    new TreeMap<>(test.keys()),
                    test.done().stream().map(StepView::of).toList(),
                    test.running() == null ? null : StepView.of(test.running()),
                    findings.follows(),
                    findings.slowest() == null
                            ? null
                            : (Double) (findings.slowest().toMillis() / 1000.0),
                    findings.resumes(),
                    findings.phases(),
                    proposed);
        }
    }

    @PostMapping("/commissioning")
    TestView begin(@RequestBody Order order) {
        if (order.tester() == null || order.tester().isBlank() || order.tester().length() > 100) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "a tester has a name of 1 to 100 characters");
        }
        if (order.chargeBoxId() == null || order.chargeBoxId().isBlank() || order.evseId() < 1) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "an EVSE is named by its station and its number");
        }
        EvseRef evse = new EvseRef(order.chargeBoxId(), order.evseId());
        try {
            return TestView.of(desk.begin(evse, order.tester().strip()), evse);
        } catch (IllegalStateException e) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
        }
    }

    @GetMapping("/commissioning")
    TestView watch(@RequestParam String chargeBoxId, @RequestParam int evseId) {
        EvseRef evse = new EvseRef(chargeBoxId, evseId);
        Commissioning test = desk.of(evse);
        if (test == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, evse + " was not tested since the start");
        }
        return TestView.of(test, evse);
    }

    @DeleteMapping("/commissioning")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@RequestParam String chargeBoxId, @RequestParam int evseId) {
        desk.cancel(new EvseRef(chargeBoxId, evseId));
    }

    @GetMapping("/commissioning/protocols")
    List<CommissioningLog.Protocol> protocols(@RequestParam String chargeBoxId, @RequestParam int evseId) {
        return desk.protocols(new EvseRef(chargeBoxId, evseId));
    }
}
