using System.Text.Json.Nodes;

namespace DirectRoute.Cli.Schemas.Cel;

/// <summary>A part of an expression, ready to be worked out.</summary>
internal delegate JsonNode? CelNode(CelScope scope);

/// <summary>An expression of the Common Expression Language: the part of it that rules on custom resources commonly use.</summary>
internal sealed class CelExpression
{
    private readonly CelNode root;

    private CelExpression(CelNode root) => this.root = root;

    /// <exception cref="CelException">The expression is none, or uses what is not known here.</exception>
    public static CelExpression Parse(string text) => new(new CelParser(CelTokens.Of(text)).Parse());

    /// <summary>Whether the rule holds of a value.</summary>
    /// <exception cref="CelException">It comes to nothing, or to something else than true or false.</exception>
    public bool Holds(JsonNode? self) => CelValues.Truth(root(new CelScope("self", self, null)));
}
