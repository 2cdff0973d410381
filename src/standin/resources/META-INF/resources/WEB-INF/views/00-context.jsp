<%-- SPDX-License-Identifier: GPL-3.0-or-later --%>
<%@ page session="true" %>
<c:set var="ctxPath" value="${pageContext.request.contextPath}"/>
