using DirectRoute.Cli.Compile;
using DirectRoute.Core.Model;
using DirectRoute.Core.OpenApi;
using DirectRoute.Yaml;

namespace DirectRoute.Cli.Rendering;

/// <summary>Shows what the input becomes: APIs in the order of the files, then roles.</summary>
internal static class Renderer
{
    public static IEnumerable<RenderedDocument> Render(CompiledSet set, IReadOnlyCollection<RenderView> views)
    {
        foreach (var api in set.Apis.Where(a => a.Compilation.Api is not null))
        {
            foreach (var view in views.Where(v => v != RenderView.Policies)) yield return Render(api, api.Compilation.Api!, view);
            if (views.Contains(RenderView.Policies) && api.Compilation.Role is { } own) yield return RoleRendering.Of(own, api);
        }
        if (!views.Contains(RenderView.Policies)) yield break;
        foreach (var role in set.Roles.Where(r => r.Compilation.Arn is not null)) yield return RoleRendering.Of(role);
    }

    private static RenderedDocument Render(CompiledApi api, ApiModel model, RenderView view) => view switch
    {
        RenderView.OpenApi => OpenApi(api, model),
        RenderView.Model => Model(api, model),
        _ => RoutesRendering.Of(api, model),
    };

    private static RenderedDocument OpenApi(CompiledApi api, ApiModel model)
    {
        var document = OpenApiWriter.Write(model).Document;
        return new RenderedDocument($"{api.Manifest.Id} as OpenAPI", document, YamlJson.Write(document));
    }

    private static RenderedDocument Model(CompiledApi api, ApiModel model)
    {
        var document = ModelJson.Of(model);
        return new RenderedDocument($"{api.Manifest.Id} as model", document, YamlJson.Write(document));
    }
}
