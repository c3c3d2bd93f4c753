using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>Plans models: a model is there before what refers to it, method or model, and goes after it.</summary>
internal sealed class ModelSteps(PlanBuilder plan)
{
    // Stands for a model until those that it refers to in a circle are there.
    private const string AnySchema = "{}";

    /// <summary>
    /// Makes way for models whose content type changes, which AWS cannot change: they are deleted, and before them what refers to them. It is only the
    /// draft: what is deployed goes on.
    /// </summary>
    /// <returns>What is there afterwards.</returns>
    public ObservedApi MakeWay(ObservedApi observed, ApiModel wanted)
    {
        var state = new ApiState(observed);
        var going = WithReferring(observed.Model.Models, m => wanted.Models.Any(w => w.Name == m.Name && w.ContentType != m.ContentType));
        foreach (var route in observed.Model.Routes.Where(r => ApiPartsOf.ModelsOf(r).Any(name => going.Any(m => m.Name == name))))
        {
            Drop(route.Key, new RestCall.DeleteMethod(new(route.Method, route.Path)));
        }
        Delete(going, Drop);
        return state.Current!;

        void Drop(string subject, RestCall call)
        {
            plan.Delete(subject, call);
            state.Record(call, CallResult.None);
        }
    }

    /// <summary>Makes what is missing and changes what differs, those that others refer to first.</summary>
    public void Needed(ApiModel before, ApiModel after, ApiModel declared)
    {
        var existing = before.Models.ToDictionary(m => m.Name, StringComparer.Ordinal);
        var there = existing.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var model in SchemaReferences.ReferencedFirst(after.Models))
        {
            var sent = declared.Models.First(m => m.Name == model.Name);
            var calls = Placeholders(model, after, there);
            calls.Add(there.Add(model.Name) ? new RestCall.CreateModel(sent) : new RestCall.UpdateModel(sent));
            if (!existing.TryGetValue(model.Name, out var current)) plan.Create(Subject(model.Name), [.. calls]);
            else plan.Update(Subject(model.Name), new Differences().Schema(current, model).ToValueList(), [.. calls]);
        }
    }

    /// <summary>Deletes what nobody refers to any more.</summary>
    public void Surplus(ApiModel before, ApiModel after) =>
        Delete(before.Models.Where(b => after.Models.All(a => a.Name != b.Name)).ToValueList(), (subject, call) => plan.Delete(subject, call));

    private static string Subject(string name) => $"model {name}";

    /// <summary>Models that must be there for this one and can only be made after it, itself included: empty ones at first.</summary>
    private static List<AwsCall> Placeholders(SchemaModel model, ApiModel after, HashSet<string> there) =>
    [
        .. SchemaReferences.Of(model)
            .Select(name => after.Models.FirstOrDefault(m => m.Name == name)).OfType<SchemaModel>()
            .Where(other => there.Add(other.Name))
            .Select(other => new RestCall.CreateModel(other with { Schema = AnySchema })),
    ];

    /// <summary>Deletes models, those that refer to others first. Of a circle one must forget the others before.</summary>
    private static void Delete(ValueList<SchemaModel> models, Action<string, RestCall> delete)
    {
        var left = SchemaReferences.ReferencedFirst(models).Reverse().ToList();
        while (left.Count > 0)
        {
            var model = left[0];
            left.RemoveAt(0);
            for (var i = 0; i < left.Count; i++)
            {
                if (!SchemaReferences.Of(left[i]).Contains(model.Name)) continue;
                left[i] = left[i] with { Schema = AnySchema };
                delete(Subject(left[i].Name), new RestCall.UpdateModel(left[i]));
            }
            delete(Subject(model.Name), new RestCall.DeleteModel(model.Name));
        }
    }

    /// <summary>Some models and all that refer to them, over others too.</summary>
    private static ValueList<SchemaModel> WithReferring(ValueList<SchemaModel> models, Func<SchemaModel, bool> some)
    {
        var names = models.Where(some).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        for (var before = 0; before < names.Count;)
        {
            before = names.Count;
            names.UnionWith(models.Where(m => SchemaReferences.Of(m).Any(names.Contains)).Select(m => m.Name).ToList());
        }
        return models.Where(m => names.Contains(m.Name)).ToValueList();
    }
}
