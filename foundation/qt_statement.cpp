#include "foundation/statement.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace giftbox::foundation {
namespace {

class QtStatement final : public Statement {
public:
    QtStatement(const QSqlDatabase& connection, SqlText sql, Buffering buffering)
        : Statement(std::move(sql)), query_(connection)
    {
        // On PostgreSQL a forward-only result ends silently when another statement runs, so only streams may have one.
        query_.setForwardOnly(buffering == Buffering::RowByRow);
        if (!query_.prepare(QString::fromStdString(this->sql().text))) {
            fail();
        }
        for (const std::string& name : this->sql().placeholders) {
            names_.push_back(QString::fromStdString(":" + name));
        }
    }

    void bind(std::size_t placeholder, const Value& value) override
    {
        const QString& name = names_[placeholder];
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            query_.bindValue(name, static_cast<qlonglong>(*number));
        } else if (const auto* text = std::get_if<std::string_view>(&value)) {
            query_.bindValue(name, QString::fromUtf8(text->data() == nullptr ? "" : text->data(),
                                                     static_cast<qsizetype>(text->size())));
        } else {
            query_.bindValue(name, QVariant(QMetaType(QMetaType::LongLong)));
        }
    }

    std::int64_t run() override
    {
        if (!query_.exec()) {
            fail();
        }
        return query_.numRowsAffected();
    }

    bool next() override
    {
        texts_.clear();
        if (query_.next()) {
            return true;
        }
        if (query_.lastError().isValid()) {
            fail();
        }
        return false;
    }

    bool isNull(int column) const override { return query_.isNull(column); }
    std::int64_t integer(int column) const override { return query_.value(column).toLongLong(); }
    std::string_view text(int column) const override
    {
        const auto at = static_cast<std::size_t>(column);
        if (texts_.size() <= at) {
            texts_.resize(at + 1);
        }
        if (texts_[at].isNull()) {
            texts_[at] = query_.value(column).toString().toUtf8();
        }
        return {texts_[at].constData(), static_cast<std::size_t>(texts_[at].size())};
    }
    void reset() override
    {
        query_.finish();
        texts_.clear();
    }

private:
    [[noreturn]] void fail()
    {
        const QSqlError error = query_.lastError();
        query_.finish();
        throw DatabaseError(sql().name, error.databaseText().toStdString(),
                            error.nativeErrorCode().toStdString());
    }

    QSqlQuery query_;
    std::vector<QString> names_;
    mutable std::vector<QByteArray> texts_;
};

} // namespace

std::unique_ptr<Statement> makeQtStatement(const QSqlDatabase& connection, SqlText sql,
                                           Buffering buffering)
{
    return std::make_unique<QtStatement>(connection, std::move(sql), buffering);
}

} // namespace giftbox::foundation
