<%-- SPDX-License-Identifier: GPL-3.0-or-later --%>
<%@ include file="../00-header.jsp" %>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" type="text/css" href="${ctxPath}/static/loadmanagement/lm.css">
<div class="content lm" id="lm" lang="${pageContext.request.locale.language eq 'de' ? 'de' : 'en'}"
     data-locale="${pageContext.request.locale.toLanguageTag()}" data-base="${ctxPath}/static/loadmanagement"
     data-api="${ctxPath}/manager/loadmanagement/api" data-may-change="true"
     data-csrf-header="${_csrf.headerName}" data-csrf-token="${_csrf.token}">
  <noscript>Load management needs JavaScript.</noscript>
</div>
<script type="module" src="${ctxPath}/static/loadmanagement/stations.js"></script>
<%@ include file="../00-footer.jsp" %>
