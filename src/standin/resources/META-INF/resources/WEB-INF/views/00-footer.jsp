<%-- SPDX-License-Identifier: GPL-3.0-or-later --%>
</div></div>
</body>
</html>
