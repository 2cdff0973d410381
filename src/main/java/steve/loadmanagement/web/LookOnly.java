/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Who has SteVe's authority ADMIN may change things; any other user of SteVe may only look. */
final class LookOnly implements HandlerInterceptor {

    static final String MAY_CHANGE = "ADMIN";

    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean asksOnly = LOOKING.contains(request.getMethod())
                || request.getRequestURI().endsWith("/check")
                || request.getRequestURI().endsWith("/preview");
        if (!asksOnly && !mayChange(SecurityContextHolder.getContext().getAuthentication())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "you may look at load management, not change it");
        }
        return true;
    }

    static boolean mayChange(@Nullable Authentication who) {
        return who != null
                && who.getAuthorities().stream().anyMatch(authority -> MAY_CHANGE.equals(authority.getAuthority()));
    }
}
