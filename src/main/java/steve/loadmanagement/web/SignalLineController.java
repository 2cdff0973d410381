/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import steve.loadmanagement.capacity.LineNews;
import steve.loadmanagement.capacity.SignalLine;
import steve.loadmanagement.capacity.SignalLineId;
import steve.loadmanagement.control.DynamicStore;
import steve.loadmanagement.history.AuditLog.Action;
import steve.loadmanagement.site.InvalidSite;
import steve.loadmanagement.site.Problem;

/** Signal lines, to control boxes and brokers, and what came on them: list, add, change, delete. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class SignalLineController {

    private final Guard guard;
    private final FrontDesk desk;
    private final DynamicStore store;

    SignalLineController(Guard guard, FrontDesk desk, DynamicStore store) {
        this.guard = guard;
        this.desk = desk;
        this.store = store;
    }

    /**
     * A stored line. Its secret is never shown.
     *
     * @param line as it may come back in a change
     * @param newest null: nothing came yet
     */
    record StoredLine(int id, SignalLineForm line, @Nullable Newest newest) {}

    /**
     * What came last.
     *
     * @param says DIMMED, RELEASED, LIMITED or UNUSABLE
     * @param why nothing of it can be used
     */
    record Newest(
            String says,
            @Nullable Integer limitW,
            @Nullable Milliamps limitMa,
            @Nullable Long validForS,
            @Nullable String why,
            Instant at) {

        static @Nullable Newest of(@Nullable LineNews news) {
            return switch (news) {
                case null -> null;
                case LineNews.Dimmed it ->
                    new Newest(
                            it.isDimmed() ? "DIMMED" : "RELEASED",
                            it.limit() == null ? null : (Integer) it.limit().watts(),
                            null,
                            null,
                            null,
                            it.at());
                case LineNews.Limited it ->
                    new Newest(
                            "LIMITED",
                            it.limit().power() == null
                                    ? null
                                    : (Integer) it.limit().power().watts(),
                            Milliamps.of(it.limit().currents()),
                            it.validFor().toSeconds(),
                            null,
                            it.at());
                case LineNews.Unusable it -> new Newest("UNUSABLE", null, null, null, it.why(), it.at());
            };
        }
    }

    @GetMapping("/signal-lines")
    List<StoredLine> lines() {
        guard.mustBeOn();
        return store.read().lines().stream()
                .map(line -> new StoredLine(
                        line.id().value(),
                        WrittenSignalLine.of(line),
                        Newest.of(guard.loop().newest(line.id()))))
                .toList();
    }

    @PostMapping("/signal-lines")
    @ResponseStatus(HttpStatus.CREATED)
    SiteController.Created add(@RequestBody SignalLineForm form, @Nullable Principal who) {
        SignalLine line = form.line(new SignalLineId(0));
        guard.mustExist(line.strand().value());
        mustBeTheOnly(line);
        int id = store.insert(line, form.secret()).value();
        guard.loop().changed();
        desk.write(who, Action.SIGNAL_LINE_ADDED, line.name(), WrittenSignalLine.summary(line));
        return new SiteController.Created(id);
    }

    @PutMapping("/signal-lines/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable int id, @RequestBody SignalLineForm form, @Nullable Principal who) {
        SignalLine line = form.line(new SignalLineId(id));
        guard.mustExist(line.strand().value());
        SignalLine before = stored(id);
        mustBeTheOnly(line);
        boolean keepsSecret = form.secret() == null && store.of(before.id()) != null;
        if (keepsSecret && !WrittenSignalLine.door(before).equals(WrittenSignalLine.door(line))) {
            throw new InvalidSite(List.of(new Problem(
                    line.name(),
                    "secret",
                    "the address, the user or the certificate is another one: give the password again")));
        }
        if (!store.update(line, form.secret())) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "the signal line was changed by somebody else meanwhile: load it again");
        }
        guard.loop().changed();
        desk.write(who, Action.SIGNAL_LINE_CHANGED, line.name(), WrittenSignalLine.summary(line));
    }

    private SignalLine stored(int id) {
        return store.read().lines().stream()
                .filter(known -> known.id().value() == id)
                .findFirst()
                .orElseThrow(() -> FrontDesk.notFound("signal line " + id));
    }

    @DeleteMapping("/signal-lines/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable int id, @Nullable Principal who) {
        guard.mustBeOn();
        SignalLine line = stored(id);
        guard.mustHaveBeen(store.delete(line.id()), "signal line " + id);
        guard.loop().changed();
        desk.write(who, Action.SIGNAL_LINE_DELETED, line.name(), WrittenSignalLine.summary(line));
    }

    /** One of each kind at a strand: two would speak on one channel. */
    private void mustBeTheOnly(SignalLine line) {
        boolean isTaken = store.read().lines().stream()
                .anyMatch(known -> !known.id().equals(line.id())
                        && known.strand().equals(line.strand())
                        && known.source().getClass().equals(line.source().getClass()));
        if (isTaken) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "the strand has a signal line of this kind already: change that one");
        }
    }
}
