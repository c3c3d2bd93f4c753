using System.Globalization;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Expressions;

/// <summary>Where an expression takes its value from.</summary>
internal abstract record Source
{
    private protected Source() { }

    /// <summary>The expression as a manifest writes it, without the dollar: <c>request.body.message</c>.</summary>
    public abstract string Text { get; }

    /// <inheritdoc />
    public sealed override string ToString() => "$" + Text;
}

/// <summary>The request's body, or a part of it.</summary>
/// <param name="Path">Steps into the JSON; none for the whole body.</param>
internal sealed record BodySource(ValueList<PathStep> Path) : Source
{
    public bool IsWhole => Path.Count == 0;

    /// <summary>Whether no name in it needs quotes; only such a path is known to all of API Gateway's notations.</summary>
    public bool IsPlain => !Path.Any(step => step.IsQuoted);

    /// <summary>The path in JSONPath: <c>$.items[0].id</c>.</summary>
    public string JsonPath => "$" + string.Concat(Path.Select(step => step.JsonPath));

    /// <inheritdoc />
    public override string Text => "request.body" + string.Concat(Path.Select(step => step.Text));
}

/// <summary>One step into JSON: <c>.name</c>, <c>["odd name"]</c> or <c>[0]</c>.</summary>
/// <param name="Text">As a manifest writes it.</param>
/// <param name="JsonPath">As JSONPath has it.</param>
internal readonly record struct PathStep(string Text, string JsonPath)
{
    /// <summary>Whether it is a name that needs quotes.</summary>
    public bool IsQuoted => !ReferenceEquals(Text, JsonPath);

    /// <summary>Whether it is a name, and not a position.</summary>
    public bool IsMember => IsQuoted || Text[0] == '.';

    /// <summary>The name; empty for a position.</summary>
    public string Name => IsQuoted ? JsonPath[2..^2] : IsMember ? Text[1..] : "";

    /// <summary>A member.</summary>
    public static PathStep Member(string name) => name.Length > 0 && name.All(SourceParser.IsMember) ? Plain("." + name) : new($"[\"{name}\"]", $"['{name}']");

    /// <summary>A position in a list.</summary>
    public static PathStep At(int index) => Plain(string.Create(CultureInfo.InvariantCulture, $"[{index}]"));

    private static PathStep Plain(string text) => new(text, text);
}

/// <summary>The first of several sources that has a value, or else a constant.</summary>
/// <param name="Sources">At least one; none is a choice itself.</param>
/// <param name="Default">What stands in when no source has a value; null for nothing.</param>
internal sealed record ChoiceSource(ValueList<Source> Sources, Constant? Default) : Source
{
    /// <inheritdoc />
    public override string Text => string.Join(" ?? ", Sources)[1..] + (Default is null ? "" : $" ?? {Default}");
}

/// <summary>What stands in for a missing value.</summary>
/// <param name="Text">The text, or the JSON of a number or truth value.</param>
internal sealed record Constant(ConstantKind Kind, string Text)
{
    /// <summary>The constant's JSON.</summary>
    public string Json => Kind == ConstantKind.Text ? JsonText.Quote(Text) : Text;

    /// <summary>The constant as a manifest writes it.</summary>
    public override string ToString() => Kind == ConstantKind.Text ? $"\"{Text}\"" : Text;
}

/// <summary>The types of constants.</summary>
internal enum ConstantKind
{
    Text,
    Number,
    Boolean,
}

/// <summary>A header of the request; case does not matter.</summary>
internal sealed record HeaderSource(string Name) : Source
{
    /// <inheritdoc />
    public override string Text => $"request.header.{Name}";
}

/// <summary>A parameter of the query string; case matters.</summary>
internal sealed record QuerySource(string Name) : Source
{
    /// <inheritdoc />
    public override string Text => $"request.querystring.{Name}";
}

/// <summary>A variable of the route's path.</summary>
internal sealed record PathSource(string Name) : Source
{
    /// <inheritdoc />
    public override string Text => $"request.path.{Name}";
}

/// <summary>The body of the backend's answer, or a part of it; only where an answer is written.</summary>
/// <param name="Path">Steps into the JSON; none for the whole body.</param>
internal sealed record ResponseBodySource(ValueList<PathStep> Path) : Source
{
    public bool IsWhole => Path.Count == 0;

    /// <summary>The path in JSONPath: <c>$.Item.id</c>.</summary>
    public string JsonPath => "$" + string.Concat(Path.Select(step => step.JsonPath));

    /// <inheritdoc />
    public override string Text => "response.body" + string.Concat(Path.Select(step => step.Text));
}

/// <summary>A header of the backend's answer; only where an answer is written.</summary>
internal sealed record ResponseHeaderSource(string Name) : Source
{
    /// <inheritdoc />
    public override string Text => $"response.header.{Name}";
}

/// <summary>The element that a list is just at, or a part of it; only inside such a list.</summary>
/// <param name="Name">What the list calls its element.</param>
/// <param name="Path">Steps into the JSON; none for the whole element.</param>
internal sealed record ElementSource(string Name, ValueList<PathStep> Path) : Source
{
    /// <summary>The steps as JSONPath writes them: <c>.id.S</c>.</summary>
    public string Steps => string.Concat(Path.Select(step => step.JsonPath));

    /// <inheritdoc />
    public override string Text => Name + string.Concat(Path.Select(step => step.Text));
}

/// <summary>Something that API Gateway knows of the request.</summary>
/// <param name="Name">Such as <c>requestId</c> or <c>identity.sourceIp</c>.</param>
internal sealed record ContextSource(string Name) : Source
{
    /// <inheritdoc />
    public override string Text => $"context.{Name}";
}

/// <summary>A variable of the stage that serves the request.</summary>
internal sealed record StageVariableSource(string Name) : Source
{
    /// <inheritdoc />
    public override string Text => $"stageVariables.{Name}";
}
