package linli.bot.settings;

record SettingRow(String key, String value) {}
