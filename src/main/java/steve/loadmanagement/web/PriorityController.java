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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import steve.loadmanagement.control.PriorityStore;
import steve.loadmanagement.control.PriorityStore.StoredPriority;
import steve.loadmanagement.demand.Priority;
import steve.loadmanagement.fact.IdTag;
import steve.loadmanagement.history.AuditLog;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.InvalidSite;
import steve.loadmanagement.site.Problem;
import steve.loadmanagement.unit.Energy;

/** Who comes first: list, add, withdraw. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class PriorityController {

    private final FrontDesk desk;
    private final PriorityStore priorities;

    PriorityController(FrontDesk desk, PriorityStore priorities) {
        this.desk = desk;
        this.priorities = priorities;
    }

    /**
     * A priority, of a tag or of an EVSE.
     *
     * @param id only on the way out
     * @param tier left out: 0
     * @param from left out: from now on
     * @param until left out: until withdrawn
     * @param quotaWh once its sessions took so much in a calendar month it rests until the next; left out: never
     * @param usedWh only on the way out: what they took this month, as far as seen; null without a quota
     * @param rests only on the way out: the quota is used up
     */
    record PriorityForm(
            @Nullable Integer id,
            @Nullable String idTag,
            @Nullable String chargeBoxId,
            @Nullable Integer evseId,
            @Nullable Integer tier,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Integer quotaWh,
            @Nullable Long usedWh,
            @Nullable Boolean rests) {

        static PriorityForm of(StoredPriority stored) {
            Priority priority = stored.priority();
            return new PriorityForm(
                    stored.id(),
                    priority.idTag() == null ? null : priority.idTag().reveal(),
                    priority.evse() == null ? null : priority.evse().chargeBoxId(),
                    priority.evse() == null ? null : (Integer) priority.evse().evseId(),
                    priority.tier(),
                    priority.from(),
                    priority.until(),
                    stored.monthlyQuota() == null
                            ? null
                            : (Integer) Math.toIntExact(stored.monthlyQuota().wattHours()),
                    stored.monthlyQuota() == null ? null : (Long) stored.used().wattHours(),
                    stored.rests());
        }

        Priority priority(Instant now) {
            List<Problem> problems = new ArrayList<>();
            boolean isOfTag = idTag != null && !idTag.isBlank();
            boolean isOfEvse = chargeBoxId != null && !chargeBoxId.isBlank() && evseId != null && evseId > 0;
            if (isOfTag == isOfEvse) {
                problems.add(problem("idTag", "is given to a tag, or to an EVSE by its station and number"));
            }
            if (tier != null && tier < 0) {
                problems.add(problem("tier", "is 0 or more, not " + tier));
            }
            if (quotaWh != null && quotaWh <= 0) {
                problems.add(problem("quotaWh", "a monthly quota is above 0 kWh, not " + quotaWh + " Wh"));
            }
            Instant begins = from == null ? now : from;
            if (until != null && !until.isAfter(begins)) {
                problems.add(problem("until", "ends after it begins"));
            }
            if (!problems.isEmpty()) {
                throw new InvalidSite(problems);
            }
            return new Priority(
                    idTag == null || !isOfTag ? null : new IdTag(idTag.strip()),
                    chargeBoxId == null || evseId == null || !isOfEvse ? null : new EvseRef(chargeBoxId, evseId),
                    tier == null ? 0 : tier,
                    begins,
                    until);
        }

        private static Problem problem(String field, String message) {
            return new Problem("priority", field, message);
        }
    }

    @GetMapping("/priorities")
    List<PriorityForm> priorities() {
        desk.mustBeOn();
        return priorities.priorities().stream().map(PriorityForm::of).toList();
    }

    @PostMapping("/priorities")
    @ResponseStatus(HttpStatus.CREATED)
    SiteController.Created add(@RequestBody PriorityForm form, @Nullable Principal who) {
        desk.mustBeOn();
        Priority priority = form.priority(desk.now());
        Energy quota = form.quotaWh() == null ? null : Energy.ofWattHours(form.quotaWh());
        int id = priorities.insert(priority, quota);
        String until = priority.until() == null ? "until withdrawn" : "until " + priority.until();
        desk.write(
                who,
                AuditLog.Action.PRIORITY_GIVEN,
                priority.evse() == null
                        ? "a tag, priority " + id
                        : priority.evse().toString(),
                "tier " + priority.tier() + ", " + until + (quota == null ? "" : ", at most " + quota + " a month"));
        desk.loop().changed();
        return new SiteController.Created(id);
    }

    @DeleteMapping("/priorities/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable int id, @Nullable Principal who) {
        desk.mustBeOn();
        if (!priorities.delete(id)) {
            throw FrontDesk.notFound("priority " + id);
        }
        desk.write(who, AuditLog.Action.PRIORITY_WITHDRAWN, "priority " + id, "");
        desk.loop().changed();
    }
}
