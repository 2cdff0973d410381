</div></div>
</body>
</html>
