using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.OpenApi.Reading;

/// <summary>Reads what a REST method may answer.</summary>
internal sealed class ResponseReader(ReadingContext context, SchemaReader models)
{
    public ValueList<MethodResponseModel> Read(Node operation) => (operation["responses"]?.OwnMembers() ?? [])
        .Where(IsStatus)
        .Select(r => (Status: r.Name, Node: context.Resolve(r.Node)))
        .Where(r => r.Node is not null)
        .Select(r => Response(r.Status, r.Node!.Value, operation))
        .OrderBy(r => r.StatusCode, StringComparer.Ordinal).ToValueList();

    private static bool IsStatus((string Name, Node Node) response)
    {
        if (response.Name is [>= '1' and <= '9', >= '0' and <= '9', >= '0' and <= '9']) return true;
        response.Node.Warn($"A REST method declares responses by their status: \"{Node.Shorten(response.Name)}\" is not taken up.");
        return false;
    }

    private MethodResponseModel Response(string status, Node response, Node operation) => new()
    {
        StatusCode = status,
        ResponseParameters = (response["headers"]?.Members() ?? [])
            .Select(h => KeyValuePair.Create(Names.ResponseHeaderPrefix + h.Name, context.Resolve(h.Node)?["required"]?.Flag() ?? false)).ToValueMap(),
        ResponseModels = context.IsSwagger ? models.ResponseOf(response["schema"], operation) : models.ResponseOf(response["content"]),
    };
}
