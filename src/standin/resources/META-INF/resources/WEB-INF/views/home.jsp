<%-- SPDX-License-Identifier: GPL-3.0-or-later --%>
<%@ include file="00-header.jsp" %>
<div class="content"><section><span>Home</span></section>
<p>This host stands in for SteVe in tests and in the demo.</p></div>
<%@ include file="00-footer.jsp" %>
