using System.Text.Json.Nodes;
using YamlDotNet.Core;

namespace DirectRoute.Cli.Documents;

/// <summary>A value of a YAML document, and where it is written. An alias is the very node that its anchor names.</summary>
internal abstract class DocumentNode(Span span)
{
    /// <summary>Where the value is; of a mapping or list its beginning.</summary>
    public Span Span { get; } = span;
}

/// <summary>A text, number, truth value or null.</summary>
internal sealed class ScalarNode(Span span, JsonValue? value, string text, ScalarStyle style) : DocumentNode(span)
{
    /// <summary>The value by YAML's core schema; null for null.</summary>
    public JsonValue? Value { get; } = value;

    /// <summary>The text without quotes and escapes.</summary>
    public string Text { get; } = text;
    public ScalarStyle Style { get; } = style;
}

/// <summary>A list.</summary>
internal sealed class ListNode(Span span, IReadOnlyList<DocumentNode> items) : DocumentNode(span)
{
    public IReadOnlyList<DocumentNode> Items { get; } = items;
}

/// <summary>A mapping, in the order of the file; each key once.</summary>
internal sealed class MappingNode(Span span, IReadOnlyList<Member> members) : DocumentNode(span)
{
    public IReadOnlyList<Member> Members { get; } = members;

    public DocumentNode? this[string key] => Find(key)?.Value;

    public Member? Find(string key) => Members.FirstOrDefault(m => m.Key == key);

    /// <summary>The text of a scalar member; null when it is not there or something else.</summary>
    public string? TextOf(string key) => this[key] is ScalarNode { Value: not null } scalar ? scalar.Text : null;
}

/// <summary>A key of a mapping with its value.</summary>
internal sealed record Member(string Key, Span KeySpan, DocumentNode Value);
