using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>Shapes and values in words, for messages and for the generated reference.</summary>
public static class ShapeText
{
    private const string OrBody = ", or $request.body or a part of it";

    /// <summary>What a manifest may write for a shape.</summary>
    public static string Describe(Shape shape) => shape switch
    {
        RecursiveShape recursive => Describe(recursive.Of()),
        TextShape { Kind: TextKind.Number } => "a number, or an expression that gives one",
        TextShape { Kind: TextKind.Base64 } => "base64 text, or an expression that gives it",
        TextShape { Values.Count: > 0 } one => $"one of {string.Join(", ", one.Values)}, or an expression that gives it",
        TextShape { MaxLength: < int.MaxValue } text => $"text of {text.MinLength} to {text.MaxLength} characters, or an expression",
        TextShape => "text, or an expression",
        IntegerShape integer => $"{Whole(integer)}, or one expression that gives it",
        NumberShape => "a number, or one expression that gives it",
        BooleanShape => "true or false, or one expression that gives it",
        DocumentShape or BytesShape => "text, an expression, or a tree that is sent as JSON",
        _ => Written(shape) + OrBody,
    };

    /// <summary>An object or a list, as a manifest writes it out.</summary>
    public static string Written(Shape shape) => shape switch
    {
        RecursiveShape recursive => Written(recursive.Of()),
        ListShape list => $"a list of 1 to {list.MaxCount} items",
        MapShape map => $"an object of 1 to {map.MaxCount} entries",
        StructShape { ExactlyOne: true } one => $"an object with exactly one of {NamesOf(one)}",
        StructShape structure => $"an object with {NamesOf(structure)}",
        _ => Describe(shape),
    };

    /// <summary>What a manifest wrote where text is read.</summary>
    internal static string KindOf(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Number => $"the number {node.ToJsonString()} (in quotes it is text)",
        JsonValueKind.True => "true (in quotes it is text)",
        _ => "false (in quotes it is text)",
    };

    private static string Whole(IntegerShape shape) => shape.Maximum >= int.MaxValue
        ? $"a whole number from {shape.Minimum}" : $"a whole number from {shape.Minimum} to {shape.Maximum}";

    private static string NamesOf(StructShape shape) => string.Join(", ", shape.Members.Select(m => m.Name));
}
