using System.Text.Json.Nodes;

namespace DirectRoute.Cli.Schemas.Cel;

/// <summary>The names that an expression may use, the innermost first.</summary>
internal sealed record CelScope(string Name, JsonNode? Value, CelScope? Outer)
{
    public JsonNode? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Name == name) return scope.Value;
        }
        throw new CelException($"There is no {name}.");
    }
}
