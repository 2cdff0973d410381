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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import steve.loadmanagement.control.Stations;
import steve.loadmanagement.history.AuditLog.Action;
import steve.loadmanagement.quirk.Match;
import steve.loadmanagement.quirk.Quirk;
import steve.loadmanagement.quirk.QuirkProfile;
import steve.loadmanagement.site.InvalidSite;
import steve.loadmanagement.site.Problem;

/** Quirk profiles: all there are, and an operator's own. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class QuirkController {

    private static final int LONGEST = 500;
    private static final int LONGEST_NAME = 100;

    private final FrontDesk desk;
    private final Stations stations;

    QuirkController(FrontDesk desk, Stations stations) {
        this.desk = desk;
        this.stations = stations;
    }

    /**
     * A quirk profile, on the way in and out.
     *
     * @param shipped only on the way out
     * @param shadows only on the way out: an operator's that has taken a shipped one's place
     * @param lines by quirk, such as {@code stack-level}
     */
    record ProfileForm(
            @Nullable String profile,
            @Nullable String vendor,
            @Nullable String model,
            @Nullable String firmware,
            @Nullable Boolean shipped,
            @Nullable Boolean shadows,
            @Nullable Map<String, QuirkProfile.Line> lines) {

        static ProfileForm of(QuirkProfile profile, boolean shadows) {
            Map<String, QuirkProfile.Line> lines = new TreeMap<>();
            profile.lines().forEach((quirk, line) -> lines.put(quirk.word(), line));
            Match match = profile.match();
            return new ProfileForm(
                    profile.name(),
                    match.vendor(),
                    match.model(),
                    match.firmware(),
                    profile.isShipped(),
                    shadows,
                    lines);
        }

        QuirkProfile toProfile() {
            List<Problem> problems = new ArrayList<>();
            String name = profile == null ? "" : profile.strip();
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                problems.add(problem("profile", "a quirk profile has a name of 1 to 100 characters"));
            }
            tried(problems, "vendor", () -> new Match(vendor, null, null));
            tried(problems, "model", () -> new Match(null, model, null));
            tried(problems, "firmware", () -> new Match(null, null, firmware));
            Map<Quirk, QuirkProfile.Line> parsed = new EnumMap<>(Quirk.class);
            (lines == null ? Map.<String, QuirkProfile.Line>of() : lines).forEach((word, line) -> {
                String wrong = wrong(line);
                if (wrong == null) {
                    tried(problems, "lines." + word, () -> parsed.put(checked(word, line), line));
                } else {
                    problems.add(new Problem(word, "lines." + word, wrong));
                }
            });
            if (!problems.isEmpty()) {
                throw new InvalidSite(problems);
            }
            return new QuirkProfile(name, new Match(vendor, model, firmware), false, parsed);
        }

        private static Quirk checked(String word, QuirkProfile.Line line) {
            Quirk quirk = Quirk.of(word);
            quirk.check(line.value());
            return quirk;
        }

        private static @Nullable String wrong(QuirkProfile.@Nullable Line line) {
            if (line == null || isMissing(line.value()) || isMissing(line.source())) {
                return "needs a value, and a source that says where it was seen";
            }
            return line.value().length() > LONGEST || line.source().length() > LONGEST
                    ? "is no longer than 500 characters"
                    : null;
        }

        private static boolean isMissing(@Nullable String text) {
            return text == null || text.isBlank();
        }

        private static void tried(List<Problem> problems, String field, Runnable step) {
            try {
                step.run();
            } catch (IllegalArgumentException e) {
                problems.add(problem(field, String.valueOf(e.getMessage())));
            }
        }

        private static Problem problem(String field, String message) {
            return new Problem("quirk profile", field, message);
        }
    }

    /**
     * What a line can be about.
     *
     * @param allowed its values, in words
     */
    record Word(String quirk, String allowed) {}

    @GetMapping("/quirks/words")
    List<Word> words() {
        return Arrays.stream(Quirk.values())
                .map(quirk -> new Word(quirk.word(), quirk.range()))
                .toList();
    }

    @GetMapping("/quirks/profiles")
    List<ProfileForm> profiles() {
        return stations.profiles().all().stream()
                .map(profile -> ProfileForm.of(profile, stations.shadowsShipped(profile)))
                .toList();
    }

    /** Adds an operator's profile, or a copy of a shipped one under the same name. */
    @PutMapping("/quirks/profiles")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(@RequestBody ProfileForm form, @Nullable Principal who) {
        desk.mustBeOn();
        QuirkProfile profile = form.toProfile();
        stations.save(profile);
        List<String> lines = new ArrayList<>();
        profile.lines().forEach((quirk, line) -> lines.add(quirk.word() + ": " + line.value()));
        desk.write(who, Action.QUIRKS_SAVED, profile.name(), String.join("; ", lines));
    }

    @DeleteMapping("/quirks/profiles")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@RequestParam String profile, @Nullable Principal who) {
        desk.mustBeOn();
        if (!stations.delete(profile)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "there is no profile " + profile + " of an operator's");
        }
        desk.write(who, Action.QUIRKS_DELETED, profile, "");
    }
}
