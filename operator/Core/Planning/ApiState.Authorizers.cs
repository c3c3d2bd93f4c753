using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

public sealed partial class ApiState
{
    /// <summary>The id of an authorizer; a name that is none of ours is an id that AWS gave.</summary>
    public string AuthorizerId(string name) => Known.AuthorizerIds.TryGetValue(name, out var id) ? id : name;

    /// <summary>The authorizer of this name, which is there.</summary>
    public AuthorizerModel Authorizer(string name) => Known.Model.Authorizers.First(a => a.Name == name);

    private ObservedApi AuthorizerMade(AuthorizerModel authorizer, string id) =>
        WithModel(m => m with { Authorizers = With(m.Authorizers, authorizer, a => a.Name) }) with { AuthorizerIds = Known.AuthorizerIds.With(authorizer.Name, id) };

    /// <summary>Routes ask an authorizer by its id, so they follow when it gets another name.</summary>
    private ObservedApi AuthorizerChanged(string name, AuthorizerModel authorizer) =>
        WithModel(m => m with
        {
            Authorizers = With(Without(m.Authorizers, a => a.Name == name), authorizer, a => a.Name),
            Routes = m.Routes.Select(r => r.Authorizer == name ? r with { Authorizer = authorizer.Name } : r).ToValueList(),
        }) with
        {
            AuthorizerIds = Known.AuthorizerIds.Without(name).With(authorizer.Name, Known.AuthorizerIds[name]),
        };

    private ObservedApi AuthorizerGone(string name) =>
        WithModel(m => m with { Authorizers = Without(m.Authorizers, a => a.Name == name) }) with { AuthorizerIds = Known.AuthorizerIds.Without(name) };
}
