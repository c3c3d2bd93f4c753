namespace DirectRoute.Yaml;

/// <summary>A text is not the YAML that was expected; the message says where and why.</summary>
public sealed class YamlFormatException(string message, Exception? inner = null) : Exception(message, inner);
