using DirectRoute.Core.Velocity.Tree;

namespace DirectRoute.Core.Velocity.Parsing;

internal sealed partial class Parser
{
    private Statement? Directive()
    {
        var opening = Take();
        var name = opening.Kind == TokenKind.BracketedWord ? opening.Image[2..^1] : opening.Image[1..];
        scanner.EnterDirective();
        if (!scanner.ParenthesisFollows())
        {
            scanner.Leave();
            return Bare(opening, name);
        }
        SkipWhiteSpace();
        Take();
        var arguments = new List<Expression>();
        while (error is null && ArgumentFollows())
        {
            SkipWhiteSpace();
            if (Peek().Kind == TokenKind.Comma)
            {
                Take();
                SkipWhiteSpace();
            }
            if (Argument(opening, name, arguments.Count) is { } argument) arguments.Add(argument);
        }
        if (error is not null) return null;
        SkipWhiteSpace();
        if (!Expect(TokenKind.ParenthesisClose, opening, "')'")) return null;
        var last = current;
        if (!Directives.HasBody(name)) return Line(opening, last, name, arguments);
        var bodyStart = Peek();
        if (Statements() is not { } body) return null;
        var bodyEnd = current;
        if (!Expect(TokenKind.End, opening, "#end")) return null;
        return WithBody(opening, name, arguments, body, bodyStart, bodyEnd);
    }

    /// <summary>A name without parentheses.</summary>
    private Statement? Bare(Token opening, string name)
    {
        switch (name)
        {
            case "stop": return StopStatement.Instance;
            case "break": return BreakStatement.Nearest;
            case "macro" or "foreach" or "define" or "literal" or "evaluate" or "include" or "parse":
                Fail(opening, $"#{name} needs arguments in parentheses.");
                return null;
            default:
                return new MacroCall(name, [], null, opening.Image, At(opening));
        }
    }

    private Statement? Line(Token opening, Token last, string name, List<Expression> arguments)
    {
        switch (name)
        {
            case "stop": return StopStatement.Instance;
            case "break": return arguments is [var loop] ? new BreakStatement(loop, At(opening)) : BreakStatement.Nearest;
            case "include" or "parse":
                Note(opening, name);
                return new UnavailableStatement(name, At(opening));
            case "evaluate":
                Note(opening, name);
                if (arguments is [StringExpression or Tree.Reference or ConstantText]) return new EvaluateStatement(arguments[0], At(opening));
                Fail(opening, "#evaluate takes one argument, a string or a reference.");
                return null;
            default:
                return new MacroCall(name, [.. arguments], null, Images(opening, last), At(opening));
        }
    }

    private Statement? WithBody(Token opening, string name, List<Expression> arguments, Block body, Token bodyStart, Token bodyEnd)
    {
        switch (name)
        {
            case "foreach":
                if (arguments.Count < 2)
                {
                    Fail(opening, "#foreach is written #foreach($item in $list).");
                    return null;
                }
                // With fewer or more arguments Velocity has nothing to go through or no body to render.
                if (arguments.Count != 3) return EmptyStatement.Instance;
                var element = arguments[0] is Tree.Reference item ? item.Root : NameOf(arguments[0]);
                context.Assigned.Add(element);
                return new ForeachStatement(element, arguments[2], body, At(opening));
            case "define":
                Note(opening, name);
                if (arguments is [var target])
                {
                    context.Assigned.Add(NameOf(target));
                    return new DefineStatement(NameOf(target), body);
                }
                Fail(opening, "#define is written #define($name).");
                return null;
            case "macro":
                return DefineMacro(opening, arguments, body);
            case "literal":
                Note(opening, name);
                if (bodyStart.Kind != TokenKind.End) return new TextStatement(Token.LiteralOf(bodyStart, bodyEnd));
                Fail(opening, "#literal needs something before its #end.");
                return null;
            default:
                return new MacroCall(name[1..], [.. arguments], body, Images(opening, current), At(opening));
        }
    }

    private EmptyStatement? DefineMacro(Token opening, List<Expression> arguments, Block body)
    {
        Note(opening, "macro");
        if (arguments is not [Word name, ..])
        {
            Fail(opening, "#macro needs a name, written without quotes, as its first argument.");
            return null;
        }
        context.Assigned.UnionWith(arguments.Skip(1).Select(NameOf));
        context.Macros.TryAdd(name.Text, new Macro(name.Text, [.. arguments.Skip(1).Select(NameOf)], body));
        return EmptyStatement.Instance;
    }

    private void Note(Token opening, string name) => context.Undocumented.Add((name, At(opening)));

    /// <summary>The name that an argument gives to a variable: what follows its dollar sign, braces included.</summary>
    private static string NameOf(Expression argument) => argument.FirstImage is ['$', .. var rest] ? rest : argument.FirstImage;

    /// <summary>What a call prints when there is no such macro: its own text, but for signs that begin nothing.</summary>
    private static string Images(Token first, Token last)
    {
        var images = new System.Text.StringBuilder();
        for (var token = first; token is not null; token = token.Next)
        {
            images.Append(token.Image);
            if (token == last) break;
        }
        return images.ToString();
    }

    /// <summary>Two tokens decide, as in Velocity, whether another argument follows.</summary>
    private bool ArgumentFollows()
    {
        var kind = Peek().Kind;
        return kind switch
        {
            TokenKind.WhiteSpace or TokenKind.Comma => PeekSecond().Kind is var second
                && (BeginsArgument(second) || second == TokenKind.Comma || (kind == TokenKind.Comma && second == TokenKind.WhiteSpace)),
            _ => BeginsArgument(kind),
        };
    }

    private static bool BeginsArgument(TokenKind kind) => kind == TokenKind.Word || BeginsValue(kind);

    private Expression? Argument(Token directive, string name, int index)
    {
        var first = Peek();
        var isWord = first.Kind == TokenKind.Word;
        var takesWord = name switch
        {
            "macro" => index == 0,
            "foreach" => index == 1,
            _ => !Directives.IsPluggable(name),
        };
        if (isWord && !takesWord)
        {
            Fail(first, $"'{first.Image}' cannot be an argument of {directive.Image}: write a reference such as ${first.Image}, or a string in quotes.");
            return null;
        }
        if (!isWord) return Value();
        Take();
        return new Word(first.Image);
    }
}
