using System.Globalization;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway.Templates;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Gateway.Rest;

/// <summary>An integration response, parsed.</summary>
/// <param name="Model">What it was read from.</param>
/// <param name="Pattern">Null for the default response.</param>
internal sealed record PreparedResponse(
    IntegrationResponseModel Model, int StatusCode, BoundedRegex? Pattern, ValueList<ParameterMapping> Mappings, ValueMap<MappingTemplate> Templates, ContentHandling? ContentHandling)
{
    private const int Unreadable = 500;

    public static PreparedResponse Of(IntegrationResponseModel response) => new(
        response,
        int.TryParse(response.StatusCode, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : Unreadable,
        ResponseSelection.Pattern(response.SelectionPattern),
        ParameterMapping.Parse(response.ResponseParameters),
        PreparedRoute.Templates(response.ResponseTemplates),
        response.ContentHandling);
}
