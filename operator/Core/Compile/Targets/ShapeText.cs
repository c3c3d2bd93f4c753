using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>Shapes and values in words, for messages.</summary>
internal static class ShapeText
{
    private const string OrBody = "or $request.body or a part of it";

    /// <summary>What a manifest may write for a shape.</summary>
    public static string Describe(Shape shape) => shape switch
    {
        TextShape { Kind: TextKind.Number } => "a number, or an expression that gives one",
        TextShape { Kind: TextKind.Base64 } => "base64 text, or an expression that gives it",
        TextShape => "text, or an expression",
        IntegerShape integer => $"a whole number from {integer.Minimum} to {integer.Maximum}, or one expression that gives it",
        BooleanShape => "true or false, or one expression that gives it",
        MapShape map => $"an object of 1 to {map.MaxCount} entries, {OrBody}",
        StructShape { ExactlyOne: true } one => $"an object with exactly one of {NamesOf(one)}, {OrBody}",
        StructShape structure => $"an object with {NamesOf(structure)}, {OrBody}",
        _ => shape.GetType().Name,
    };

    /// <summary>What a manifest wrote where text is read.</summary>
    public static string KindOf(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Number => $"the number {node.ToJsonString()} (in quotes it is text)",
        JsonValueKind.True => "true (in quotes it is text)",
        _ => "false (in quotes it is text)",
    };

    private static string NamesOf(StructShape shape) => string.Join(", ", shape.Members.Select(m => m.Name));
}
