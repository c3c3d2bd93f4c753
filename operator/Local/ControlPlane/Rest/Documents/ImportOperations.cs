using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.OpenApi;
using DirectRoute.Local.ControlPlane.Rest.Documentation;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.Documents;

/// <summary>ImportRestApi and PutRestApi.</summary>
internal static class ImportOperations
{
    public static Answer Import(OperationCall call) => (
        from endpoint in Endpoint(call)
        from document in Read(call, endpoint)
        from parts in DocumentationOfDocument.Read(document.Json)
        select Make(call, document, parts, endpoint)).Answer(201, RestJson.Default.RestApi);

    public static Answer Put(OperationCall call) => (
        from api in call.Api()
        from isOverwrite in IsOverwrite(call)
        from document in Read(call, api.Api.EndpointConfiguration!)
        from parts in DocumentationOfDocument.Read(document.Json)
        select Change(call, WithDocumentation(api, parts, isOverwrite), document, isOverwrite)).Answer(200, RestJson.Default.RestApi);

    private static Outcome<ApiDocument> Read(OperationCall call, EndpointConfiguration endpoint)
    {
        var outside = new OutsideDocument { Region = call.Region.Region, EndpointType = ModelOfContent.Parse<EndpointType>(endpoint.Type) };
        return ApiDocument.Read(call.Body, ApiProtocol.REST, outside, new(call.Query["basepath"], call.Query["failonwarnings"] == "true"));
    }

    private static Outcome<EndpointConfiguration> Endpoint(OperationCall call)
    {
        var types = call.Query["endpointConfigurationTypes"].OfType<string>().SelectMany(t => t.Split(',')).ToList();
        var endpoint = RestApiOperations.NewEndpoint(new() { Types = types });
        return endpoint.Unless(RestApiRules.Refusal(new CreateRestApi { Name = "imported", EndpointConfiguration = endpoint }));
    }

    private static Outcome<bool> IsOverwrite(OperationCall call) => call.Query["mode"].ToString() switch
    {
        "" or "merge" => false,
        "overwrite" => true,
        var mode => Answer.BadRequest($"Invalid import mode specified: {mode}"), // not recorded
    };

    /// <summary>Recorded on AWS: the default models are not made, and no tags are shown.</summary>
    private static RestApi Make(OperationCall call, ApiDocument document, IReadOnlyList<DocumentationPart> parts, EndpointConfiguration endpoint)
    {
        var empty = RestApiOperations.Empty(new() { Id = Ids.Api(), CreatedDate = call.Now.ToUnixTimeSeconds(), EndpointConfiguration = endpoint });
        var made = Changed(WithDocumentation(empty, parts, isOverwrite: true), document, isOverwrite: true);
        return RestApiOperations.Brief(call.Keep(made).Api) with { Warnings = Warnings(document) };
    }

    private static RestApi Change(OperationCall call, RestApiState api, ApiDocument document, bool isOverwrite) =>
        RestApiOperations.Whole(call.Keep(Changed(api, document, isOverwrite)).Api) with { Warnings = Warnings(document) };

    private static RestApiState WithDocumentation(RestApiState api, IReadOnlyList<DocumentationPart> parts, bool isOverwrite) =>
        api with { DocumentationParts = DocumentationPartOperations.Merged(api, parts, isOverwrite) };

    private static RestApiState Changed(RestApiState api, ApiDocument document, bool isOverwrite) => api with
    {
        Api = isOverwrite ? Overwritten(api.Api, document) : Merged(api.Api, document),
        Content = new ContentOfModel(api.Content, api.Api.Id!, isOverwrite).Of(document.Model),
    };

    /// <summary>What the document leaves out has AWS's default; endpoint type and tags stay.</summary>
    private static RestApi Overwritten(RestApi api, ApiDocument document) => api with
    {
        Name = document.Model.Name,
        Version = document.Version,
        Description = document.Model.Description,
        ApiKeySource = (document.Model.ApiKeySource ?? ApiKeySource.HEADER).ToString(),
        BinaryMediaTypes = NullIfEmpty(document.Model.BinaryMediaTypes),
        MinimumCompressionSize = document.Model.MinimumCompressionSize,
        Policy = document.Model.Policy,
        DisableExecuteApiEndpoint = document.Model.DisableExecuteApiEndpoint,
    };

    /// <summary>Recorded on AWS: the name is the document's here too, and media types are united.</summary>
    private static RestApi Merged(RestApi api, ApiDocument document) => api with
    {
        Name = document.Model.Name,
        Version = document.Version ?? api.Version,
        Description = document.Model.Description ?? api.Description,
        ApiKeySource = document.Model.ApiKeySource?.ToString() ?? api.ApiKeySource,
        BinaryMediaTypes = NullIfEmpty((api.BinaryMediaTypes ?? []).Union(document.Model.BinaryMediaTypes, StringComparer.Ordinal).ToValueList()),
        MinimumCompressionSize = document.Model.MinimumCompressionSize ?? api.MinimumCompressionSize,
        Policy = document.Model.Policy ?? api.Policy,
        DisableExecuteApiEndpoint = document.Model.DisableExecuteApiEndpoint || api.DisableExecuteApiEndpoint,
    };

    private static ValueList<string>? NullIfEmpty(ValueList<string> list) => list.Count == 0 ? null : list;

    private static IReadOnlyList<string>? Warnings(ApiDocument document) => document.Warnings.Count == 0 ? null : document.Warnings;
}
